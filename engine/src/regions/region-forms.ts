const peoples =
  "(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|怒|鄂温克|保安|裕固|独龙|鄂伦春|门巴|普米|阿昌|德昂|基诺|京|各)";
/** A place of two characters or more before its peoples: 积石山 + 保安族东乡族撒拉族自治县; 彭水, 陵水, 融水 hold no 水族. */
const autonomy = new RegExp(`^(.{2,}?)${peoples}族?(?:${peoples}族)*自治([州县旗区])$`);
const suffix = /(自治县|自治旗|自治州|地区|新区|林区|特区|县|市|区|旗|盟|州)$/;

/** 黔南布依族苗族自治州 → 黔南州; 松桃苗族自治县 → 松桃县; other names stay as they are. */
export function commonName(name: string): string {
  const short = name
    .replace(/^(广西|宁夏|新疆|内蒙古|西藏)(?:壮族|回族|维吾尔)?自治区$/, "$1")
    .replace(/^(香港|澳门)特别行政区$/, "$1");
  if (short !== name) return short;
  if (/^(?:东乡|鄂温克)族自治[县旗]$/.test(name)) return name.replace(/族自治(?=.$)/, ""); // 东乡族自治县 → 东乡县
  const match = autonomy.exec(name);
  return match === null ? name : `${match[1]}${match[2]}`;
}

/**
 * Printed forms of a name of county level or above, the name itself first: [form, weak]. Weak forms (罗甸, 都安) count only
 * in context. A city without a code is known by its full name: 新北 is 常州's district far more often than Taiwan's city.
 */
export function formsOf(
  name: string,
  level: "province" | "city" | "county" | "township" | "zone",
  coded: boolean,
): readonly (readonly [form: string, weak: boolean])[] {
  const common = commonName(name);
  const forms: [string, boolean][] = [[name, false]];
  if (common !== name) forms.push([common, false]);
  const autonomous = name.match(autonomy);
  if (autonomous) forms.push([`${autonomous[1]}自治${autonomous[2]}`, false]);
  if (level === "province") {
    const stem = common.replace(/(省|市)$/, "");
    if (stem !== common) forms.push([stem, false]);
    return forms;
  }
  // 常州经济开发区, 青岛高新技术产业开发区: as they are called.
  const called =
    level === "zone" ? name.replace(/经济(?:技术)?开发区$/, "经开区").replace(/高新技术产业开发区$/, "高新区") : name;
  if (called !== name && /^.{2,}经开区$|^.{2,}高新区$/.test(called)) forms.push([called, false]);
  const banner = name.match(/^(科|察)(?:尔沁|哈尔)([左右])翼([前后中]旗)$/);
  if (banner) forms.push([`${banner[1]}${banner[2]}${banner[3]}`, false]);
  const stem = common.replace(suffix, "");
  if (stem.length >= 2 && stem !== common) forms.push([stem, level !== "city" || !coded]);
  return forms;
}
