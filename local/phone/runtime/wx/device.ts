import { api } from './api'
import type { Apis, WxContext } from './context'

const SDK_VERSION = '3.8.0'

/** The phone as WeChat describes it: an Android phone of this window's size. */
export function deviceApis({ settings, theme, chrome, stack, launch }: WxContext): Apis {
  const appBaseInfo = () => ({
    SDKVersion: SDK_VERSION,
    version: '8.0.50',
    language: 'zh_CN',
    enableDebug: false,
    fontSizeSetting: settings.fontSize,
    fontSizeScaleFactor: settings.fontSize / 16,
    theme: theme.current,
    host: { env: 'WeChat', appId: '' },
  })
  const windowInfo = () => ({
    pixelRatio: devicePixelRatio,
    screenWidth: innerWidth,
    screenHeight: innerHeight,
    windowWidth: innerWidth,
    windowHeight: stack.top?.frame.clientHeight ?? innerHeight,
    statusBarHeight: settings.statusBarHeight,
    screenTop: innerHeight - (stack.top?.frame.clientHeight ?? innerHeight),
    safeArea: safeArea(settings.statusBarHeight),
  })
  const deviceInfo = () => ({
    brand: 'devtools',
    model: 'Preview',
    system: 'Android 14',
    platform: 'devtools',
    benchmarkLevel: 1,
  })
  const everything = () => ({ ...appBaseInfo(), ...windowInfo(), ...deviceInfo() })
  return {
    getAppBaseInfo: appBaseInfo,
    getWindowInfo: windowInfo,
    getDeviceInfo: deviceInfo,
    getSystemInfoSync: everything,
    getSystemInfo: api('getSystemInfo', everything),
    getSystemSetting: () => ({ bluetoothEnabled: true, locationEnabled: true, wifiEnabled: true }),
    getMenuButtonBoundingClientRect: () => chrome.capsule,
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'local', envVersion: 'develop', version: '' },
    }),
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => undefined,
    }),
  }
}

function safeArea(top: number) {
  const [width, bottom] = [innerWidth, innerHeight]
  return { left: 0, right: width, top, bottom, width, height: bottom - top }
}
