type Environment = Readonly<Record<string, string | undefined>>

/**
 * A variable that a function cannot work without. Called while the function loads, so that a wrong
 * deployment fails at once and by name, not in the middle of somebody's request.
 * @throws Error with a sentence that names the variable
 */
export function required(name: string, environment: Environment = process.env): string {
  const value = environment[name]
  if (value) return value
  throw new Error(
    `云函数没有启动：缺少环境变量 ${name}。请把它写进 .env.local，再运行 npm run deploy。`,
  )
}

/** A variable that turns on what a school may do without; undefined when it does. */
export function optional(name: string, environment: Environment = process.env): string | undefined {
  return environment[name] || undefined
}
