/** WeChat's own tags: https://developers.weixin.qq.com/miniprogram/dev/component/ */
export const BUILT_IN_TAGS = [
  ...['view', 'scroll-view', 'swiper', 'swiper-item', 'movable-area', 'movable-view'],
  ...['cover-view', 'cover-image', 'match-media', 'page-container', 'root-portal'],
  ...['share-element', 'icon', 'progress', 'rich-text', 'text', 'selection'],
  ...['button', 'checkbox', 'checkbox-group', 'editor', 'form', 'input', 'label', 'picker'],
  ...['picker-view', 'picker-view-column', 'radio', 'radio-group', 'slider', 'switch', 'textarea'],
  ...['keyboard-accessory', 'navigator', 'functional-page-navigator', 'navigation-bar'],
  ...['audio', 'camera', 'image', 'video', 'live-player', 'live-pusher', 'voip-room', 'map'],
  ...['canvas', 'open-data', 'web-view', 'ad', 'ad-custom', 'official-account', 'page-meta'],
]
