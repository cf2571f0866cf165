"""What ``typeset.py`` fills into pages set anew: made-up names, and the phrases of datelines, bylines, credits, furniture and closing lines."""

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗申陶盛齐闻郁习温柳庄洪童"
GIVEN = "明华丽军平娟强伟芳磊洋勇艳杰涛超秀霞刚桂文静"
SOUNDS = "阿巴卡达尔埃费格哈伊杰克拉莱勒里利洛马莫纳尼诺奥帕佩皮罗萨塞斯塔特托瓦维沃雅佐"
FOREIGN = 0.08
"""Share of names from abroad, as they are written by their sound."""
FURNITURE = ("第{n}版 要闻", "{n} 综合", "{n} 产业观察", "— {n} —", "{n}", "2024年{n}月{n}日 星期五", "2024年{n}月{n}日", "星期五", "责任编辑：{name}",
             "本版编辑 {name}  电话：0359-70{n}2158", "责编 {name} 版式 {name} 校对 {name}", "编辑：{name}  美编：{name}", "■责任编辑 {name} ■版式 {name}",
             "投稿邮箱：news{n}@example.cn", "{n}面", "{n} 深度报道", "{paper}", "{paper}", "{paper}", "要闻", "副刊", "国际", "综合新闻", "国际·综合",
             "（下转第{n}版）", "新闻热线：0359-70{n}2158", "社址：青石市人民路{n}号  邮编：0359{n}", "第{n}期", "A{n}")
HAN_PAPERS = ("河湾日报", "清江晚报", "云岭晨报", "青石时报", "南浦商报", "松江都市报", "白石週報", "北河青年报", "海岬日報", "HEWAN DAILY", "清江晚报 QINGJIANG EVENING NEWS")
JAPANESE_FURNITURE = ("{paper}", "{paper}", "社会", "総合", "スポーツ", "地域", "朝刊", "夕刊", "2024年{n}月{n}日", "{n}", "{n}面", "{n} 地域の話題", "担当・{name}")
JAPANESE_PAPERS = ("汐見新聞", "みなと新聞", "北原日報", "山里タイムス", "しおみ夕刊新聞")
LATIN_FURNITURE = ("Page {n}", "{n}", "A{n}", "Friday, June {n}, 2024", "Continued on page {n}", "Editor: {name}", "— {n} —", "{paper}   {n}", "{n}   {paper}",
                   "{paper}", "{n}  {paper}  Friday, June {n}, 2024", "B{n} SPORTS", "WORLD  A{n}", "{n} | {paper}")
PAPERS = ("The {name}", "The Daily {name}", "{name} Post", "The {name} Times", "{name} Gazette", "Evening {name}", "La {name}")
LATIN_BYLINES = ("By {name}", "By {name}", "By {name}", "BY {NAME}", "{name}", "By {name} and {name}", "By {name}, Staff Writer", "From {name}", "Par {name}", "Von {name}",
                 "By {name} in {name}", "Por {name}")
LATIN_CREDITS = ("Photo: {name}", "Photo by {name}", "Photograph: {name}", "Picture: {name}", "Photo: {name}/{name}", "Foto: {name}")
LATIN_SIGNED = ("Additional reporting by {name}", "({name})", "Reporting by {name}; editing by {name}", "Source: {name}", "{name} is a writer.")
AGENCIES = ("AP", "Reuters", "AFP", "dpa", "UPI")
MONTHS = ("March", "June", "Oct", "Dec.", "May", "Sept. ")
FUNCTION_WORDS = ("the", "of", "to", "a", "in", "and", "for", "that", "with", "on", "was", "by", "as", "at", "is", "from", "its", "it", "he", "his", "has", "be", "an",
                  "were", "not", "or", "but", "the", "the", "of", "to", "a", "in", "will", "had", "who", "they")
ABBREVIATIONS = ("Inc.", "Corp.", "U.S.", "Mr.", "Dr.", "Co.", "E.U.", "St.", "No.", "UN", "NATO", "U.K.")
SUFFIXES = ("", "", "", "s", "s", "ed", "ed", "ing", "tion", "ly", "er", "al", "ment", "'s", "y", "e", "e")
JAPANESE_BYLINES = ("{name}", "{name}", "社会部　{name}", "編集委員　{name}", "文・{name}", "本社記者　{name}", "{name}記者", "聞き手・{name}", "構成・{name}", "{place}支局　{name}",
                    "論説委員　{name}", "取材・文　{name}", "文・写真　{name}", "編集委員・{name}", "文＝{name}")
DATELINES = ("【本报讯】", "〔记者{name}／{place}报导〕", "【记者{name}／{place}报道】", "（清江社记者{name}{place}{n}日电）", "本报讯 ", "本报讯（记者 {name}）", "河湾日报讯（记者 {name}）",
             "【{name}／综合报导】", "{place}讯 ", "本报{place}{n}月{n}日电（记者{name}）", "清江社{place}{n}月{n}日电 ", "据清江社{place}{n}月{n}日电 ", "（记者 {name}）", "本报记者{name}报道：",
             "清江网消息：", "本报讯 记者{name}报道：")
JAPANESE_DATELINES = ("【{place}＝{name}】", "【{place}共同】", "【{place}時事】", "【{place}支局】", "（{place}＝{name}）", "［{place}　{n}日　共同］")
PLACES = ("青石", "云岭", "南浦", "松江", "白石", "北河", "鹿头滩", "海岬")
JAPANESE_SURNAMES = ("佐藤", "鈴木", "高橋", "山田", "渡辺", "中村", "小林", "清水", "長谷川", "五十嵐")
JAPANESE_GIVEN = ("太郎", "花子", "健", "美咲", "修一", "直樹", "恵", "大輔")
BYLINES = ("本报记者 {name}", "{name}", "本报记者 {name} {name}", "记者 {name}", "{name} {name}", "本报通讯员 {name}", "文/{name}",
           "晚报记者 {name} 通讯员 {name}", "（记者 {name}）", "{name}", "{name}", "{name} {name}", "□ {name}", "作者：{name}", "■ {name} {name}", "本报记者",
           "本报记者 {name} {name} {name}", "本报记者 {name} {name} {name} {name}", "□本报记者 {name} 通讯员 {name}", "◎{name}", "{name}/文",
           "撰文/{name} 摄影/{name}", "文/图 本报记者 {name}", "本报评论员", "特约撰稿人 {name}", "记者{name}／{place}报导", "{name}（作家）", "本报首席记者 {name}",
           "本报驻{place}记者 {name}", "清江日报记者 {name} 报道", "文：{name}",
           "{place}市 {name}", "{place}省{place}县 {name}", "{place}大学党委书记、校长 {name}",
           "{place}日报·{place}网记者 {name}", "{place}晚报-{place}客户端记者 {name} {name}", "{place}融媒记者 {name}", "【记者 {name}】", "记者/{name}", "记者：{name}",
           "采写/本报记者 {name}", "文字：{name} 图片：{name}", "文｜{name}", "撰稿 {name}", "{name} 整理", "口述/{name} 整理/{name}", "见习记者 {name} 实习生 {name}",
           "{name} {name}/文", "编译 {name}", "本报记者 {name} 通讯员 {name} 文/图", "记者 {name} 综合报道", "{place}社记者 {name} {name}", "{name}／{place}报导",
           "中共{place}市委书记 {name}", "{place}省{place}厅党组书记、厅长{name}", "{place}银行行长 {name}")
SIGNED = ("（作者为{told}）", "（作者系{told}）", "（本报记者{name}参与采写）", "（{name}、{name}参与采写）", "（{told}）", "（{told} {name}）", "（{name}）", "（记者 {name}）", "（{name} {name}）", "（{place}省{place}市 {name}）", "{place}省{place}县 {name}", "（据清江社）", "（完）",
          "【撰文：{name}】", "【{told}】", "【摄影：{name}】", "本文作者为{told}", "本文图片由{name}提供", "本文原刊《{told}》", "据{told}",
          "数据来源：{told}", "资料来源：{told}", "图片来源：{told}", "编号：{code}", "登记号：{code}", "文号：{code}", "延伸阅读：{told}", "本期统筹：{name}",
          "策划：{name} {name}", "制图：{name}", "链接：{told}", "——编 者", "——编者")
"""Lines that close a story: they belong to its body."""
KICKER_ENDINGS = ("强调", "指出", "——", "——", "要求", "时强调", "：", *[""] * 9)
CREDITS = ("{name} 摄", "{name}摄", "本报记者 {name} 摄", "记者 {name} 摄影", "{name}/摄", "摄影：{name}", "新华社发（{name} 摄）", "（{name} 摄）", "图/{name}",
           "{name}摄（图片社）", "{name} 摄（本报发）", "（本报记者 {name} 摄）", "受访者供图", "{name}供图", "资料图片", "摄影 {name}", "图／{name}", "清江社发")
JAPANESE_CREDITS = ("{name}撮影", "（{name}撮影）", "撮影・{name}", "写真・{name}", "＝{name}撮影", "（共同）")
JAPANESE_SIGNED = ("（{name}）", "【{name}】", "（社会部・{name}）", "＝おわり", "（{name}、{name}）")
CROSSHEADS = ("{c}",) * 8 + ("{n}、{c}", "（{n}）{c}", "{c}——", "“{c}”", "{c}？", "■{c}", "【{c}】", "{w}{n}：{c}")
"""How a story sets its crossheads: numbered, marked, named by a word of two characters."""
ORDINALS = ("一二三四五六七八九十", "①②③④⑤⑥⑦⑧⑨⑩", "123456789")
TURNED = ("{h}？", "{h}？", "{h}！", "“{h}”", "「{h}」", "{h}（上）", "{h}（下）", "{h}（图）")
"""What a headline may be beside a plain statement."""
COLUMN_NAMES = (2, 2, 3, 4, 5, 6, 8, 12)
"""Characters of the name of a paper's column."""
ATTENDING = ("出席", "主持会议", "出席并讲话", "出席开幕式并致辞", "作出批示")
SYLLABLES = ("th", "ch", "ri", "s", "f", "go", "we", "il", "hi", "ju", "ar", "em", "k", "out", "on", "bri", "pl", "ho", "un", "w", "ka", "re", "to", "min", "sol", "ter", "va", "lo", "ni", "pra", "den", "con", "mar", "ti", "es", "ul", "or", "be", "sta", "an")
PARTICLES = ("の", "の", "の", "を", "を", "に", "に", "が", "が", "は", "は", "で", "と", "も", "から", "まで", "へ", "や", "した", "する", "され", "して", "な", "り", "い", "き", "めた",
             "について", "している", "される", "という", "によると", "ための", "のは", "には")
"""What stands behind a word in Japanese."""
CLAUSE_ENDS = ("は", "が", "で", "し", "して", "も", "から", "ため", "と", "には", "では", "り", "ながら")
SENTENCE_ENDS = ("した", "した", "している", "という", "された", "だ", "である", "になる", "いた", "と話した", "を目指す", "が続く", "とみられる", "った", "する")
SOUNDS_OF_JAPAN = "アイウカキクコサシスセタテトナニハフマミムメラリルレロンッーバドグジプ"
