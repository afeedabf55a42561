import { existsSync } from 'node:fs'
import path from 'node:path'
import { paths } from '../paths'

/** Where a variable of an environment comes from. */
export type Origin =
  /** Whoever deploys writes it down. */
  | 'given'
  /** Likewise, but a school may do without. */
  | 'optional'
  /** Made here once, kept in `.env.local` and never printed. */
  | 'made'
  /** Known by the cloud. */
  | 'found'

export interface Variable {
  name: string
  origin: Origin
  /** What it is, in a line of `.env.example`. */
  meaning: string
  /** What holds when nothing is written. */
  usual?: string
}

/** Every variable that a deployment knows; `.env.example` has a line for each. */
export const VARIABLES: readonly Variable[] = [
  { name: 'TCB_ENV', origin: 'given', meaning: '云环境的编号，在云开发控制台的「概览」' },
  {
    name: 'TENCENTCLOUD_SECRETID',
    origin: 'given',
    meaning: '腾讯云的 SecretId，在「访问管理 › API 密钥」新建',
  },
  { name: 'TENCENTCLOUD_SECRETKEY', origin: 'given', meaning: '同一处的 SecretKey' },
  {
    name: 'TEMPLATE_RESULT',
    origin: 'given',
    meaning: '办理结果的订阅消息模板：模板号:事项字段,进度字段,时间字段',
  },
  {
    name: 'TEMPLATE_TURN',
    origin: 'given',
    meaning: '待办提醒的订阅消息模板，写法相同',
  },
  {
    name: 'FEEDS',
    origin: 'optional',
    usual: 'none',
    meaning: '学校的系统：finance=密钥@https://地址，几个之间用逗号；还没有就写 none',
  },
  {
    name: 'CAS_URL',
    origin: 'optional',
    meaning: '统一身份认证的地址（…/cas）；没有就不写',
  },
  {
    name: 'CAS_SERVICE',
    origin: 'optional',
    meaning: '在统一身份认证登记的服务地址；没有就不写',
  },
  {
    name: 'SECRET_KEYS',
    origin: 'made',
    meaning: '加密用的密钥，npm run deploy 自己生成；丢了，密文就打不开了',
  },
  { name: 'SECRET_KEY_CURRENT', origin: 'made', meaning: '现在用哪一把，由 npm run deploy 写上' },
  { name: 'PASS_KEY', origin: 'made', meaning: '离校凭证的密钥，npm run deploy 自己生成' },
  {
    name: 'CERTIFICATE_URL',
    origin: 'found',
    meaning: '查验网页的地址；不写就用云环境自己的域名，用自己的域名才写',
  },
]

export const LOCAL_FILE = path.join(paths.root, '.env.local')

/** Takes `.env.local` into this process; what is set already stays. */
export function useLocalVariables(file = LOCAL_FILE): void {
  if (existsSync(file)) process.loadEnvFile(file)
}
