"""What ``typeset.py`` fills into pages set anew: made-up names, and the phrases of bylines, credits, furniture and closing lines."""

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗申陶盛齐闻郁习温柳庄洪童"
GIVEN = "明华丽军平娟强伟芳磊洋勇艳杰涛超秀霞刚桂文静"
SOUNDS = "阿巴卡达尔埃费格哈伊杰克拉莱勒里利洛马莫纳尼诺奥帕佩皮罗萨塞斯塔特托瓦维沃雅佐"
FOREIGN = 0.08
"""Share of names from abroad, as they are written by their sound."""
FURNITURE = ("第{n}版 要闻", "{n} 综合", "A{n} 本地新闻", "— {n} —", "{n}", "2024年{n}月{n}日 星期五", "责任编辑：{name}",
             "本版编辑 {name}  电话：0359-70{n}2158", "投稿邮箱：news{n}@example.cn", "要闻 0{n}", "{n}面", "美编：{name} 校对：{name}",
             "（下转第{n}版）", "（上接第{n}版）", "新闻热线：0359-70{n}2158")
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
BYLINES = ("本报记者 {name}", "{name}", "本报记者 {name} {name}", "记者 {name}", "{name} {name}", "本报通讯员 {name}", "文/{name}",
           "晚报记者 {name} 通讯员 {name}", "（记者 {name}）", "{name}", "{name}", "{name} {name}", "□ {name}", "作者：{name}", "■ {name} {name}", "本报记者",
           "本报记者 {name} {name} {name}", "本报记者 {name} {name} {name} {name}")
SIGNED = ("（作者为{told}）", "（作者系{told}）", "（本报记者{name}参与采写）", "（{name}、{name}参与采写）", "（{told}）", "（{told} {name}）", "（{name}）", "（完）",
          "【撰文：{name}】", "【{told}】", "【摄影：{name}】", "本文作者为{told}", "本文图片由{name}提供", "本文原刊《{told}》", "据{told}",
          "数据来源：{told}", "资料来源：{told}", "图片来源：{told}", "编号：{code}", "登记号：{code}", "文号：{code}", "延伸阅读：{told}", "本期统筹：{name}",
          "策划：{name} {name}", "制图：{name}", "链接：{told}", "——编 者", "——编者")
"""Lines that close a story: they belong to its body."""
KICKER_ENDINGS = ("强调", "指出", "——", "——", "要求", "时强调", *[""] * 9)
CREDITS = ("{name} 摄", "{name}摄", "本报记者 {name} 摄", "记者 {name} 摄影", "{name}/摄", "摄影：{name}", "新华社发（{name} 摄）", "（{name} 摄）", "图/{name}",
           "{name}摄（图片社）", "{name} 摄（本报发）")
ATTENDING = ("出席", "主持会议", "出席并讲话", "出席开幕式并致辞", "作出批示")
SYLLABLES = ("th", "ch", "ri", "s", "f", "go", "we", "il", "hi", "ju", "ar", "em", "k", "out", "on", "bri", "pl", "ho", "un", "w", "ka", "re", "to", "min", "sol", "ter", "va", "lo", "ni", "pra", "den", "con", "mar", "ti", "es", "ul", "or", "be", "sta", "an")
KANA = "のにはをたがでてとしれさあるいするからなこもよくまり"
