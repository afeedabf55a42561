/** The class that the demo students are in, and its college. */
export const COLLEGE = '信息工程学院'
export const CLASS_NAME = '软件技术 1902 班'
