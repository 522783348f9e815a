/** Whether a switch such as `<w:vanish/>` is on, by the value of its `w:val`. */
export function isOn(value: string | undefined): boolean {
  return value !== '0' && value !== 'false' && value !== 'off';
}
