/** 查找: students and their requests, within one's own scope. */
Page({})
