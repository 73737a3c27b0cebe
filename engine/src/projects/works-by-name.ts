const INSTITUTION =
  /(?:医院|卫生院|保健院|中学|小学|学校|中学校|幼儿园|中心校|职教中心|职业教育中心|[一二三四五六七八九十]小|[高初]中|进修学院|卫生服务中心|保健[站所])$/;
/** What may follow a name without making it another thing: a stage, a bracket, 建设. A part (…产业园分拣中心) is one of its own. */
const PART_OF_NAME = /^(?:[（(].*[）)]|[一二三四五]期|建设|改造|车间)*$/;

/** What is done at a work, with only a general noun behind it. */
const ROOTED = /^(.+(?:养殖|种植|加工|繁育|分拣|育苗))(?:示范)?(?:场|基地|园|厂|中心)?(?:[一二三四五]期)?$/;
/** Characters of a root that is certain enough: 康大肉兔养殖. */
const ROOT = 6;

/** A printed name in the forms that are compared. */
interface Shape {
  readonly name: string;
  readonly bare: string;
  /** Its different pairs of neighbouring characters, both codes in one number. */
  readonly pairs: ReadonlySet<number>;
  /** 康大肉兔养殖 of 康大肉兔养殖场一期 and 康大肉兔养殖示范基地项目: up to what is done there; null where nothing says so. */
  readonly root: string | null;
}

/** Mentions of one work under its longest name. */
export interface Work<Mention> {
  readonly name: string;
  readonly mentions: Mention[];
}

/** The works of a document by their names: each mention joins the first work that its name may mean. */
export class WorksByName<Mention> {
  readonly #works: { shape: Shape; mentions: Mention[] }[] = [];
  /** Works by the first two and by the last two characters of their names: only those can be the same. */
  readonly #byStart = new Map<string, number[]>();
  readonly #byEnd = new Map<string, number[]>();
  /** Works by the end of their roots. */
  readonly #byRoot = new Map<string, number[]>();
  /** Works whose names are too short for that. */
  readonly #tiny: number[] = [];

  add(name: string, mention: Mention): void {
    const shape = shapeOf(name);
    const at = this.#find(shape);
    const work = this.#works[at];
    if (work === undefined) {
      this.#enter(shape, this.#works.push({ shape, mentions: [mention] }) - 1);
      return;
    }
    work.mentions.push(mention);
    // Of two that only do the same at one place the first name stays.
    const rooted = sharesRoot(shape, work.shape) && !shape.bare.includes(work.shape.bare);
    if (!rooted && told(shape) > told(work.shape)) {
      work.shape = shape;
      this.#enter(shape, at);
    }
  }

  /** In the order in which they were first named. */
  all(): readonly Work<Mention>[] {
    return this.#works.map(({ shape, mentions }) => ({ name: shape.name, mentions }));
  }

  #enter({ bare, root }: Shape, at: number): void {
    if (root !== null) push(this.#byRoot, root.slice(-ROOT), at);
    if (bare.length < 2) this.#tiny.push(at);
    push(this.#byStart, bare.slice(0, 2), at);
    push(this.#byEnd, staged(bare).slice(-2), at);
  }

  /** The first work of that name; -1 where there is none. */
  #find(shape: Shape): number {
    const { bare, root } = shape;
    const lists =
      bare.length < 2
        ? [this.#works.keys()]
        : [
            this.#byStart.get(bare.slice(0, 2)) ?? [],
            this.#byEnd.get(staged(bare).slice(-2)) ?? [],
            this.#tiny,
            (root === null ? undefined : this.#byRoot.get(root.slice(-ROOT))) ?? [],
          ];
    let first = -1;
    for (const list of lists)
      for (const at of list) {
        const work = this.#works[at];
        if ((first < 0 || at < first) && work !== undefined && isSame(work.shape, shape)) first = at;
      }
    return first;
  }
}

function push(lists: Map<string, number[]>, key: string, at: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [at]);
  else list.push(at);
}

/** How much a name says: 木里县中学 more than 县中学校舍建设. */
const told = ({ name, bare }: Shape): number => (name.endsWith("建设") ? bare.length : name.length);

function shapeOf(name: string): Shape {
  // Without 项目 and 建设项目, which a second mention leaves out.
  const bare =
    name.replace(/[（(][^）)]*[）)]/, "").replace(/(?:建设|改造|改扩建)?(?:项目|工程)$|(?<=.{3})(?:校舍)?建设$/, "") ||
    name;
  const pairs = new Set<number>();
  for (let at = 0; at + 1 < bare.length; at++) pairs.add(bare.charCodeAt(at) * 0x10000 + bare.charCodeAt(at + 1));
  const root = ROOTED.exec(bare)?.[1] ?? null;
  return { name, bare, pairs, root: root !== null && root.length >= ROOT ? root : null };
}

/** 辣椒加工厂 after 珠遵协作辣椒加工厂, 官舟镇就业帮扶车间 after its full name: the same work. */
function isSame(printed: Shape, other: Shape): boolean {
  const [shorter, longer] = printed.bare.length < other.bare.length ? [printed, other] : [other, printed];
  const [short, long] = [shorter.bare, longer.bare];
  const shortened = short !== (printed.bare === short ? printed : other).name;
  if (long.endsWith(short) || (long.startsWith(short) && (shortened || PART_OF_NAME.test(long.slice(short.length)))))
    return !INSTITUTION.test(short) || INSTITUTION.test(long);
  // 纺织产业园二期 after 中村镇纺织产业园: the second time with its stage and without its place.
  if (staged(short) !== short && staged(long) === long && staged(short).length >= 6 && long.endsWith(staged(short)))
    return true;
  // 第三幼儿园 and 第四幼儿园 differ in what counts.
  if (ordinals(short) !== ordinals(long) && ordinals(short) !== "" && ordinals(long) !== "") return false;
  if (sharesRoot(printed, other)) return true;
  // Four pairs in five are the same.
  const size = shorter.pairs.size;
  let missing = 0;
  for (const pair of shorter.pairs) if (!longer.pairs.has(pair) && (size - ++missing) / size < 0.8) return false;
  return size > 0 && (short.slice(-3) === long.slice(-3) || oneStaged(short, long));
}

/** 康大肉兔养殖场 and 甘肃康大肉兔养殖示范基地: the same is done there, whatever it is called. */
const sharesRoot = ({ root: a }: Shape, { root: b }: Shape): boolean =>
  a !== null && b !== null && (a.endsWith(b) || b.endsWith(a));

/** The numbers in a name, its stage apart. */
function ordinals(bare: string): string {
  return staged(bare).replace(/[^一二三四五六七八九十\d]/g, "");
}

/** Without the stage behind it: 产业园 of 产业园一期. */
function staged(bare: string): string {
  return bare.replace(/[一二三四五]期$/, "");
}

/** 集和兴东西协作产业园一期 and 集和兴东西部协作产业园: the one may be named with its stage. */
function oneStaged(a: string, b: string): boolean {
  return (staged(a) === a) !== (staged(b) === b) && staged(a).slice(-3) === staged(b).slice(-3);
}
