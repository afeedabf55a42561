/** What a browser or Node has and a mini program has not; most would work in DevTools and fail on a phone. */
export const forbiddenInMiniprogram = [
  ...['window', 'document', 'self', 'navigator', 'location', 'history', 'screen', 'alert'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'fetch', 'XMLHttpRequest', 'WebSocket'],
  ...['Worker', 'Image', 'FormData', 'Blob', 'File', 'FileReader', 'URL', 'URLSearchParams'],
  ...['requestAnimationFrame', 'getComputedStyle', 'TextEncoder', 'TextDecoder', 'crypto', 'Intl'],
  ...['eval', 'Function', 'require', 'module', 'exports', 'process', 'Buffer', 'global'],
  ...['__dirname', '__filename', 'setImmediate'],
]

/** The domain decides from what it is given: it asks nobody and tells nobody. */
export const forbiddenInDomain = [
  ...['wx', 'App', 'Page', 'Component', 'getApp', 'console', 'process', 'Buffer', 'fetch'],
  ...['XMLHttpRequest', 'WebSocket', 'window', 'document', 'localStorage', 'require', 'global'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'crypto', 'performance'],
  ...['eval', 'Function', '__dirname', '__filename'],
]
