/**
 * What guessers try first: words of the lists that leaks have made public, in English and in pinyin. A password counts as
 * common when nothing but digits and signs is added to one, so each word stands for thousands.
 */
const WORDS = new Set(
  `password passwd passwort pass word pwd secret login logon user username guest test tester testing demo sample example
  admin administrator root system superuser manager master default changeme change welcome letmein access server
  hanan hanantest company office welding welder weld safety hanjie hangong anquan jiandu guanli guanliyuan zhuguan
  qwerty qwertz azerty asdf asdfgh zxcv zxcvbn qwer qazwsx qweasd qweasdzxc asdasd zxczxc qwaszx wasd
  iloveyou loveyou love lover lovely iloveu mylove forever baby babygirl honey sweet sweety darling angel princess
  prince queen king family mother father mom dad sister brother friend friends happy lucky smile sunshine flower
  summer winter spring autumn monday friday january december dragon monkey tiger lion eagle horse rabbit panda
  shadow superman batman spiderman ironman starwars pokemon naruto football baseball basketball soccer hockey
  michael jordan daniel david robert thomas charlie jennifer jessica ashley michelle nicole andrew joshua matthew
  computer internet google facebook twitter microsoft windows apple samsung huawei xiaomi tencent alibaba taobao
  weixin wechat baidu alipay zhifubao qq china beijing shanghai guangzhou shenzhen henan zhengzhou xuchang zhongguo
  hello helloworld world abc abcd abcde abcdef abcdefg abcdefgh aaa aaaa trustno starter nothing whatever freedom
  woaini woaiwojia wodemima mima mimamima nihao nihaoma woshishui wojiao laopo laogong baobei baobao xiaobao
  dabao meimei gege jiejie didi mama baba nainai yeye haha hehe heihei xixi xiexie caonima tiantian jintian
  wang zhang zhangsan lisi wangwu zhaoliu liming xiaoming li liu chen yang huang zhao wu zhou xu sun ma zhu hu guo
  kaixin kuaile xingfu pingan fagui gongxi facai zhongguoren aiqing yongyuan yongheng airen haizi ziyou mengxiang
  asd zxc qwe qaz wsx edc rfv tgb a b c d q w x z p abc abcabc xyz key keys door house money dollar gold silver
  orange banana cookie cheese pepper ginger chocolate coffee whisky killer hunter ranger thunder cowboy buster
  harley mustang ferrari porsche mercedes yamaha toyota honda corvette maverick phoenix diamond purple silver
  blue red green black white yellow pink sex sexy fuck fuckyou fuckme asshole pussy biteme bitch`.split(/\s+/),
);

/** Rows of a keyboard, digits, the alphabet: walks along them, either way, are no secret. */
const WALKS = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1q2w3e4r5t6y7u8i9o0p', '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p', '!@#$%^&*()']; // prettier-ignore
const LEAST_STEPS = 3;
const SUBSTITUTES: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }; // prettier-ignore
const LONGEST_NUMBER = 11;

const reversed = (text: string): string => [...text].reverse().join('');

/** `own`: the person's user name, phone and the like, which a guesser knows too. */
export function isCommonPassword(password: string, own: readonly (string | null | undefined)[] = []): boolean {
  const typed = password.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  if (new Set(typed).size <= 2 || isRepeated(typed) || isOnlyWalks(typed)) return true;
  if (/^\d+$/.test(typed) && typed.length <= LONGEST_NUMBER) return true;
  const names = new Set(own.flatMap((name) => (name ? [name.toLowerCase().replace(/\s/g, '')] : [])));
  return coresOf(typed).some((core) => core === '' || WORDS.has(core) || names.has(core)) || names.has(typed);
}

/** Without the digits and signs that are put before and behind; also with letters for the signs that look like them. */
function coresOf(typed: string): string[] {
  const plain = (text: string): string => text.replace(/^[^a-z\p{L}]+|[^a-z\p{L}]+$/gu, '');
  const core = plain(typed);
  const spelled = plain([...core].map((sign) => SUBSTITUTES[sign] ?? sign).join(''));
  const whole = plain([...typed.replace(/\d{2,}$/, '')].map((sign) => SUBSTITUTES[sign] ?? sign).join(''));
  return [core, spelled, whole].map(halfOf);
}

/** `passwordpassword` is `password`. */
function halfOf(text: string): string {
  const half = text.slice(0, text.length / 2);
  return text === half + half && half !== '' ? half : text;
}

const isRepeated = (text: string): boolean => /^(.{1,4})\1+$/.test(text);

/** `1234qwer`, `abc123`, `87654321`: walks put together. */
function isOnlyWalks(text: string): boolean {
  for (let rest = text; ;) {
    const step = [...Array(rest.length).keys()].map((n) => rest.slice(0, rest.length - n)).find(isWalk);
    if (step === undefined) return false;
    rest = rest.slice(step.length);
    if (rest === '') return true;
  }
}

const isWalk = (text: string): boolean =>
  text.length >= LEAST_STEPS && WALKS.some((walk) => walk.includes(text) || reversed(walk).includes(text));
