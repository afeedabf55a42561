import { makeFocusable } from '../accessibility'
import { toast } from '../overlays/toast'
import { privacyGuide } from '../privacy'
import { builtIn, type BuiltInNode, type PropertyDefaults } from './built-in'
import { followHover, HOVER } from './hover'

type Opener = Pick<BuiltInNode<PropertyDefaults>, 'element' | 'emit'>

/** What WeChat does for a button by itself; the preview says so instead of doing it. */
const OPEN_TYPES: Record<string, string> = {
  contact: '这里会打开客服会话',
  share: '这里会转发给微信好友',
}

/** Attributes that WeChat passes on to what `open-type` opens. */
const PASSED_ON = {
  lang: 'en',
  sessionFrom: '',
  sendMessageTitle: '',
  sendMessagePath: '',
  sendMessageImg: '',
  appParameter: '',
  showMessageCard: false,
  phoneNumberNoQuotaToast: true,
  activityType: null,
  entrancePath: '',
  needShowEntrance: false,
}

export const button = builtIn({
  properties: {
    ...HOVER,
    ...PASSED_ON,
    hoverClass: 'button-hover',
    size: 'default',
    type: 'default',
    plain: false,
    disabled: false,
    loading: false,
    formType: '',
    openType: '',
  },
  events: [
    'getuserinfo',
    'contact',
    'createliveactivity',
    'getphonenumber',
    'getrealtimephonenumber',
    'error',
    'opensetting',
    'launchapp',
    'chooseavatar',
    'agreeprivacyauthorization',
    'phoneoneclicklogin',
  ],
  attached(node) {
    const { element } = node
    if (!element.hasAttribute('role')) element.setAttribute('role', 'button')
    makeFocusable(element)
    followHover(node)
    node.on('tap', () => {
      const { openType, disabled } = node.properties
      if (openType !== '' && !disabled) open(openType, node)
    })
  },
  changed({ element, properties }) {
    const { type, size, plain, disabled, loading } = properties
    element.setAttribute('type', type)
    element.setAttribute('size', size)
    for (const [name, on] of Object.entries({ plain, disabled, loading })) {
      element.toggleAttribute(name, on)
    }
    if (disabled) element.setAttribute('aria-disabled', 'true')
    else element.removeAttribute('aria-disabled')
  },
})

function open(openType: string, { element, emit }: Opener): void {
  if (openType !== 'agreePrivacyAuthorization') {
    toast(OPEN_TYPES[openType] ?? `预览不做 ${openType}`)
    return
  }
  privacyGuide.tapAgree(element.id)
  emit('agreeprivacyauthorization')
}
