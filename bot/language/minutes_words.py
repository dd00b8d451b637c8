"""The words by which a reply to a meeting card is sorted: what is settled, open, done or only said.

All patterns are for text in the spelling of `minutes_text.spell_plainly`: simplified signs, narrow
punctuation, lower case.
"""

from __future__ import annotations

import re

NUMBER = r"(?:[0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十百千半几]+)"

# -- asides

LAUGH = re.compile(r"(?:哈|嘿|嘻|呵){2,}|hhh+|h{2,}a+|233+|lol|lmao|笑死[了我]?|😂|🤣|😄|😁|😆|😅|🤪|\[偷笑\]|\[呲牙\]|\[捂脸\]")
JOKING = re.compile(r"开(?:个|句)?玩笑|说笑|逗你|调侃|吹牛|插科打诨|跑题|题外话|闲聊|扯远|八卦|奶茶|请客吃|just kidding|jk\b|off topic")
SERIOUS = re.compile(r"^(?:说?正经的?|正事|言归正传|说回正题|回到正题|正题|seriously)[:,\s]*")
CHATTER = re.compile(
    r"(?:各位|大家|姐妹们?|家人们?|宝子们?|亲们|伙伴们|同学们|all|guys|team|hi|hello|嗨)?[,\s]*(?:(?:今天|这次|本次|周会|开会|的?会议?|都|真|也|太)*"
    r"(?:辛苦|谢谢|感谢|多谢|加油|散会|收到|好的?|嗯+|ok(?:ay)?|行|可以|没问题|没意见|明白|了解|知道|就这样|那就这样|就这些|先这样|差不多就这些|以上"
    r"|大家好|各位好|早上好|下午好|晚上好|慢慢看|有点长|给力|不错|棒|赞|厉害|牛|鼓掌|冲+|继续努力|再接再厉|晚安|拜拜|撤|thanks?|thank you"
    r"|great job|good job|well done|cheers|got it|noted|done|bye|that'?s (?:all|it)|see you|sure|yes|cool|nice)"
    r"(?:了|啦|哈|哦|呀|啊|吧|各位|大家|all|everyone|你们|的|一下|[\s\d~+1]|[^\w\s])*)+"
)
THANKS = re.compile(
    r"(?:感谢|谢谢|多谢|表扬|恭喜|祝贺|祝|欢迎|点赞|给.{1,8}(?:鼓掌|点赞|打个?样)|辛苦(?!.{0,6}(?:[前把]|一下))|打个样|生日快乐|加油|thanks|thank you|kudos|congrat|welcome"
    r"|散会|开得挺|纪要来了|慢慢看|就这些|先这样|那就这样|有点长|👏|真香|吃饭|好吃|堵车|下雨|天气|好热|空调|迟到了)"
)

# -- how sure it is

QUESTION = re.compile(
    r"[?]|[吗么]$|(?<!负责)呢$|要不要|是不是|能不能|可不可以|行不行|好不好|该不该|会不会|值不值|有没有必要|怎么看|怎么想|怎么办|怎么样|什么意见|有(?:什么|啥)(?:想法|意见|建议)"
    r"|意下如何|如何是好|可行吗|(?<![a-z])(?:shall we|should we|what about|how about|any ideas|who can|what do you think)"
)
OPINION = re.compile(
    r"觉得|认为|提议|建议|提出来?|提了|主张|倾向于?|希望|担心|反映|吐槽|抱怨|问了?[说过]|反对|想要?(?![办起])|个人看|(?<![给发让交])(?:按?我)看(?!着)|不如|要不[,就]?|最好(?!前)|不妨"
    r"|可以考虑|考虑(?:过|要|能|是否|一下)|有人(?:说|想|问|提)|说是|据说|听说|也许|说不定|提过|聊到|聊了|讨论了|争论|吵了|讨论过"
    r"|(?<![a-z])(?:suggest(?:ed|s)?|propos(?:ed|es?)|thinks?|thought|feels?|felt|wants?|wanted|maybe|might|wonder|could we|asked|prefers?|argued|worried|idea:)(?![a-z])"
)
OPEN = re.compile(
    r"没(?:有)?(?:最终|最后|完全|讨论|商量|谈|聊|说|想|选|定|拍|统一|确定|决定|敲定|达成)*(?:定下来|定下|定好|定死|定价|定(?!期)|敲定|拍板|决定|确定|谈拢|谈妥|谈成|谈下来|想好|想清楚|选好|选出|选定|讲到|聊到|说到|讨论到|讨论完|讨论出|讨论|聊完|轮到|结论|结果|统一|共识|着落|眉目|定论|来得及|说死|商量好|谈完|达成一致|说法|答案|头绪|方案|回音|回复|回话|消息|下文|落实|准信)"
    r"|未定|未决|待定|待议|待讨论|待商量?|待确认|待商榷|待落实|待回复|待解决|有待|尚未|悬着|悬而|搁置|挂起|搁着|先搁|先放[着一]|先放放|放一放|先不定|暂不(?:定|决定|处理|讨论)|暂时不定|先不(?:讨论|谈|聊)"
    r"|再议|再定|再说(?!一遍)|再商量|再讨论|再研究|再聊|再看看?(?:情况|吧|$)|再碰|再拍板|再决定|再考虑|还要考虑|再想想|(?<!上)下(?:次|回|周)(?:的?(?:开?会|例会|周会|早会))?上?(?:接着|继续|再)(?:议|定|说|聊|谈|讨论|看|决定|研究)?"
    r"|(?:留|放|挪|推|拖)(?:到|给|至)下(?:次|回|周)(?:会|例会|周会)?(?!.{0,4}[一二三四五六日])|拿不定|定不下来|定不了|没法定|争议|分歧|意见不一|不统一|谈不拢|谈崩|没谈|没通过决|僵持|不确定|说不准|两说|存疑|不好说|还在(?:谈|等|讨论|商量|考虑|看|纠结|比)|还得(?:看|等|商量|讨论)"
    r"|遗留|未尽|没(?:时间|空)(?:讲|聊|讨论|说)|来不及(?:讲|聊|讨论|说)|等.{1,14}(?:回复|答复|通知|消息|回话|结果|出来|批|定)(?:了)?(?:再|$)"
    r"|(?<![a-z])(?:tbd|tbc|undecided|unresolved|not (?:yet )?(?:decided|settled|agreed|clear|sure|discussed|final)|no (?:decision|conclusion|agreement|consensus)|to be (?:decided|confirmed|discussed|determined)"
    r"|still (?:open|unclear|pending|undecided|waiting|discussing)|open (?:question|issue|point)s?|pending|next (?:time|meeting)|on hold|parked|didn'?t (?:get to|decide|agree|reach)|did not (?:get to|decide|agree|reach)|couldn'?t agree|haven'?t (?:decided|agreed|settled)|revisit|postponed|left open)(?![a-z])"
)

# -- what has happened

DONE = re.compile(
    r"已经?(?!定)|搞定了|搞完了|做完了|弄完了|弄好了|做好了|写好了|写完了|拍好了|拍完了|发完了|盘完了|签完了|签好了|改好了|改完了|办好了|办妥了?|完成了(?!.{0,4}再)|完工|交了|发了|"
    r"寄了|到货了|收到了|处理了|处理好了|处理完了|解决了|上传了|发出去了|交上来了|交齐了|到位了|出完了|回访完了|联系过了?|谈好了|谈妥了|谈下来了|买好了|买了|付了|印好了|理好了|理完了|更新了|更新好了|补上了|补完了|顺利完成|都到了|ready了"
    r"|(?<![a-z])(?:done|finished|completed|already|shipped|delivered|has (?:been )?sent|was sent|were sent|sent out|has sent|submitted|handed in|is ready)(?![a-z])"
)
TICK = re.compile(r"✅|☑|✔|√|\[x\]|🆗|💯")
CROSS = re.compile(r"❌|✖|✗|☒|✘|×(?![0-9])|\[\s\]|☐|⬜|🔲|□")
UNDONE = re.compile(
    r"没做完?|没交|没发|没写完?|没弄完?|没完成|未完成|没搞定|没盘完?|没拍完?|没改完?|没出(?!单)|没回访|没联系|没更新|没补|没跟|没搞|没来得及[做写发弄拍盘改]|拖着|还差(?![0-9])|顺延|延期到|延到|挪到|推到|推迟到|拖到|补上|待办|待完成|进行中|在做"
    r"|(?<![a-z])(?:not done|not finished|unfinished|overdue|carried over|moved to|pushed to)(?![a-z])"
)
PAST = re.compile(r"昨[天日晚]|前[天日晚]|上(?:周|个?月|星期|礼拜|次)|刚刚?|(?<![a-z])(?:yesterday|last (?:week|month|night))")

# -- orders that are none

NEGATED = re.compile(
    r"不用|不必|无需|不需要|用不着|(?<![分级区特个差类识告])别(?!忘|人|的|家|墅)|甭|先不(?!定)|暂不|暂时不|不要(?!忘|再|超|低|少)|不去了?|不做了|不参加|不来了?|免了|就不(?!会)|不管|省了|取消"
    r"|(?<![a-z])(?:no need|don'?t(?! forget)|do not(?! forget)|not needed|needn'?t|doesn'?t (?:need|have) to|won'?t)(?![a-z])"
)
LEAVE = re.compile(
    r"请假|休假|年假|病假|产假|事假|调休|轮休|出差|不在(?!.{0,3}(?:卖|做|用|发))|没来|没到会|没参加|缺席|缺勤|休息|生病|住院|回老家|有事来?不了|来不了|迟到|早退|旅游|没空|没时间"
    r"|(?<![a-z])(?:on leave|off sick|absent|is away|out of office)(?![a-z])"
)
CONDITION = re.compile(
    r"^(?:那?要是|如果|假如|假设|若是?|万一|一旦|倘若|要不是|只要|除非|等到?|哪天|碰到|遇到|(?:if|in case|unless|once|when)(?![a-z]))|的话(?=$|[,\s就])|^(?:[^,。]{2,10})(?:还没|还不|没有?)(?:到|来|好|回|发|补)(?:货)?就"
)

# -- settled

DECIDED = re.compile(
    r"(?<![待未没不确固决商约规预拟制])定(?:了|下来?|好了?|在|为|成|价(?!格)|死|[于到](?!期)|\s?¥?[0-9]|[上下]午|[周星礼]|(?:明|后|今)天)|敲定|拍板|说定|说好|商定|约定|约好|决定(?!不了)|确定(?:了|下来|用|按|为|在|是|走|做|选|[0-9])?|(?<!不)统一(?:用|按|定|为|执行|走|成|说|改|口径|发|[0-9]|$|价|收|报|是|以|在|从|换|送)?"
    r"|(?<![没未不])通过(?!率|微信|私聊|朋友圈|社群|电话|渠道|.{0,6}(?:渠道|来的|获客|引流))|就按|就照|(?:先|还|都|全|仍|继续|统一|一律)?[按照](?!时|期|摩|顾|着|片|理|说|比例)[^,。;]{1,16}?(?:走|来(?!的)|执行|算|办|卖|收|发|结|给|报)(?:$|[了吧哈,的。])?|按老|照旧|照常|照老"
    r"|改成|改为|改到|改在|改用|改按|改走|换成|换为|调整?[到为成]|调(?:高|低)|涨到|降到|涨价|降价|提高到|提到(?=[0-9])|提前到|推迟到|推到|延[期长]?到|缩短到|放宽到|压到|加到|减到|控制在|限[定制量]?(?:在|为)?(?=[0-9])|砍到|设[为成]|合并|拆成|拆分|分[成为](?=[两二三四0-9])"
    r"|以后|今后|往后|从此|(?<!能)不再|不许|不准|不得(?!不)|禁止|严禁|不能(?:再|低|超)|一律|必须|主推|首推|主打|主卖|(?<!不)同意|一致|采用|采纳|启用|沿用|延用|保留|取消|停掉|停止|停售|停卖|停发|停用|停播|停[办更]|停了|暂停|下架|上架|砍掉|撤掉|关掉|作废|废除|淘汰|放弃|"
    r"维持|不变|不动(?!产)|不涨|不降(?!反)|不打折|不单卖|不零售|不包邮|不参加|不搞了?|不做了|不设|还是(?:用|按|主推|走|卖|老|选|以|原|那|[0-9]|做|定)|就(?:做|用|定|选|卖|这么|这样定|走|上|它了|要[0-9]|[0-9]|是[^,]{1,8}了|以)|选(?:了|定|用|中|[a-z0-9一二三甲乙](?![0-9个]))|选择|起步|不低于|不少于|不超过|不高于|最低(?:价)?(?=.{0,3}[0-9])|最高(?=.{0,3}[0-9])|封顶|上限|下限|保底|底价|起送|起批|[0-9元块折]起(?!来|的)"
    r"|(?:从|自)[^,。]{1,12}(?:起|开始)|(?:起|开始)(?:执行|生效|实行|实施|用|按|改)|执行|生效|实行|实施|试行|规定|要求(?:是|:)|只(?:卖|做|收|接|发|推|留|保留|用|播|招|限)|每[单人盒]奖|奖励?\s?[0-9]|提成(?=.{0,4}[0-9])|罚(?!款单)|包邮|满\s?[0-9]+[减送]\s?[0-9]*|打?[0-9一二三四五六七八九](?:\.[0-9])?折|买[一二三四五0-9]+送|送(?=小样|样品|面膜|精华|赠品|试用)|先[用按走卖推做](?![个一])|先上|作为(?:主|首)|轮流|轮着|为准|取代|代替|替换|归(?:公司|团队|群)"
    r"|(?<![a-z])(?:decided|agreed|agree|decisions?|approved|passed|go(?:ing)? with|stick(?:ing)? (?:with|to)|from now on|no longer|settled on|settled|floor price|is set|are set|set (?:at|to)|moved? to|we keep|keep(?:ing)?|we will|we'll|cancel(?:led)?|starting|starts|effective|confirmed|hero product|main product|push|raise(?:d)? to|lower(?:ed)? to|change(?:d)? to|switch(?:ed)? to|drop(?:ped)?|fixed at|capped at|minimum|at least|max(?:imum)?|final price|adopt(?:ed)?|price is|price stays|stays at)(?![a-z])"
)
# A settled thing that is named before or after: 定了, 大家都同意.
SETTLED_ONLY = re.compile(
    r"(?:[,\s]|那|最后|最终|大家|全体|全员|全票|都|就|也|一致|已经?|这个?|这事|这么|投票|举手|表决|终于|正式|今天|会上|我们|团队|[0-9]+票|以?上)*"
    r"(?:定(?:了|下来了?|下了?|好了)?|敲定了?|拍板了?|通过了?|同意了?|没意见|没异议|说好了?|说定了?|确定了?|决定了?|达成一致|一致同意|一致通过|统一了|agreed|approved|passed|settled|decided|confirmed|done deal)(?:了|的|啦|哈|!|。|就这么办)*"
)
REJECTED = re.compile(r"没(?:有)?(?:被)?通过|未通过|不通过|否决|否了|被否|没同意|不同意|没采纳|不采纳|毙了|pass了|驳回|落选|rejected|voted down|failed|not approved|turned down")
EVENT = re.compile(
    r"直播|开播|开会|例会|周会|早会|晚会|月会|会议|碰头会?|复盘会|聚餐|团建|培训|活动|返场|上新|上线|开售|预售|开团|团购会|沙龙|分享会|年会|开始|截止|结束|大促|放假|开业|发布|promo|live ?stream|livestream|meeting|training|launch|sale starts|campaign"
)

# -- figures of the past or present

FIGURE = re.compile(
    r"[0-9][0-9,.]*\s?(?:%|万|w(?![a-z])|k(?![a-z])|千|百)?\s?(?:单|元|块|盒|瓶|套|件|箱|支|份|人|个|位|名|票|条|次|天|场|组|群|张|杯|包|袋|台|点|倍|例|起|粉|名|%|orders?|customers?|boxes|sets?|units?|people|friends|followers|members|refunds?|returns?|yuan|rmb|days?|percent|pts?)?|百分之[一二三四五六七八九十]+|[一二两三四五六七八九十百]+(?:单|万|千|盒|瓶|套|成(?!交|本|品|员|为|果|立))"
)
FACT = re.compile(
    r"成交|出单|开单|爆单|销量|销售额|销售|卖了|卖出|卖掉|业绩|营业额|流水|金额|客单价?|复购|退款|退货|退单|退换|投诉|差评|好评|好友|加粉|加了|粉丝|涨粉|掉粉|新增|新客|老客(?=.{0,4}[0-9])|转化|到店|到货|库存(?=.{0,10}[0-9够剩没])|剩|够卖|还剩|还有(?=[0-9])|缺货|断货|完成(?=.{0,4}[0-9])|完成率|达成率|达成(?=.{0,3}[0-9])|目标(?=.{0,3}[0-9])|还差|环比|同比|比(?:上|前|昨|去|上上|上个)|涨了|降了|多了|少了|增长|下降|下滑|上升|上涨|提升了|回升|增加了|减少了|增[0-9]|高了|低了|持平|翻倍|翻番|占比|占(?=[0-9])|率|观看|在线|场观|gmv|roi|利润|毛利|成本|花了|支出|费用|用了|收入|欠款|账上|余额|人均|平均|总共|一共|共(?=[0-9计])|合计|累计|排名|第一|冠军|来了[0-9]|报名|签到|到会|出勤|参会|进群|退群|群里(?=.{0,3}[0-9])|客诉|破损|票|[0-9]单|[0-9]元|[0-9]万|收到[0-9]|发出[0-9]|发了[0-9]|出了[0-9]|寄了"
    r"|(?<![a-z])(?:sales|sold|orders?|revenue|refunds?|returns?|stock|inventory|conversion|repurchase|followers|growth|up|down|rate|rose|fell|grew|dropped|total|customers?|complaints|in stock|left|views|viewers|attended|new (?:friends|members|customers)|gmv|last week|yesterday|this month)(?![a-z])"
)

# -- to be done

DUTY = re.compile(
    r"负责|牵头|主导|跟进|统筹|来(?:做|弄|写|盯|管|搞|出|盘|跟|定|问|谈|发|拍|剪|办|收|催|联系|安排|处理|整理|主持|带|讲|对接|协调|统计|汇总|准备|更新|改|约|订|买|跑|查|核|回访|负责|搞定|落实|完成|画|建|设计)"
    r"|去(?:做|弄|写|盯|管|问|谈|拍|买|办|收|催|取|拿|看|跑|查|核|联系|对接|协调|拜访|市场|仓库|厂|拉|找|送|接|订|落实|沟通|跟|回访|寄|印|领|要)|(?<![必须主不重想需只就])要(?:把|在)?|(?<![不觉记值懂获取显])得(?:把|在)|(?:必须|需要?|务必|记得|别忘|不要忘|抓紧|尽快|尽早|赶紧|马上|继续|帮忙|麻烦|拜托|顺便|再)"
    r"|(?<![a-z])(?:to|will|needs? to|should|must|please|pls|owns?|owner|handles?|takes?|leads?|responsible|in charge|follow(?:s)? up|remember to|don'?t forget)(?![a-z])"
)
TASK = re.compile(
    r"出(?!单|了|差|席|勤|来的|现)|做(?!了)|写|画|发(?!现|了|生|展|烧|愁)|(?<!成)交(?!易|流了|了)|盘(?:点|库|一|货|完|$|清|下)?|盯|跟(?!上)|联系|回访|拜访|整理|理(?:一|好|出|清|完|顺)|清理|清点|核对|核(?:实|算|查)|对(?:一|账|好|接|齐|完)|更新|改(?!革)|修|补(?!贴|偿了)|拍|剪|录|设计|准备|备(?:货|样|好|料|齐|一)|统计|汇总|安排|组织|通知|催|问|谈|约|买|订|采购|打包|寄|发货|收集|收(?:一|齐|上|尾|款|集)|提交|上传|制作|策划|培训|带(?=新|队|着|.{0,3}新人)|讲|主持|直播|检查|测|试|跑|落实|确认|处理|解决|协调|搞|弄|建|搭|拉|导出|导|登记|录入|上报|报(?=数|价|名|表|一|到|给|$)|反馈|复盘|总结|排(?!名)|值班|打印|印|定(?=制|时|做|一|好|个|稿|场地)|选(?:品|好|出|一|3|三)|挑|分(?:组|好|类|工|配|发|一)|搬|送|拿|取(?!消)|接(?!受|龙)|查|算|列|搜|找|招(?!呼)|面试|申请|付款|打款|付(?!费)|结(?:账|算|清|一)|退(?:换|给|掉|一)|换(?!届)|上架|下架|布置|预约|预定|签|审(?:核|一|批|稿)|过(?:一遍|目)|顶(?:班|一|上)|轮值|代(?:班|发)|守|贴|挂|发起|开(?:会|播|通|户|票|单页|个|一|直播|场)|完成|搞定|完善|优化|梳理|调(?:整|试|研|一)|替换|转(?:发|给|达|交|一)|推送|群发|配(?:合|货|图|齐|一)|装|贴|擦|洗|领|办|办理|注册|下载|学|背|练|看一|看看|盘活|邀|请客户|维护|激活|沟通|商量|敲|汇报|给(?:我|到|出|结果|方案|大家|$)|拟|起草|翻译|校对|校|租|报销|加(?:一|上|个|微信|好友)|删|扫|缴|开始|配|验(?:收|货)|入库|出库|质检|搭建|布展|拆|安装|绑|提供|提(?:前|供|交|一|个|3|三|两|2|方案)|推(?:给|一|送|进)|列出|报上|总结|截图|晒|录制|彩排|试播|试拍|试用|试做"
    r"|(?<![a-z])(?:send|finish|write|draft|make|prepare|update|check|count|call|contact|order|post|share|collect|review|fix|book|arrange|design|film|edit|ship|pay|confirm|talk|ask|train|host|print|create|clean|organi[sz]e|set up|report|deliver|submit|complete|do|get|buy|sort|list|plan|schedule|test|upload|reply|follow|restock|pack|publish|summari[sz]e|negotiate|chase|visit|record|compile|remind|recruit|sign|handle|lead|run|bring|provide)(?![a-z])"
)
# What follows a task in a clause of its own and says nothing new: 周五前完成, 今晚发我.
HAND_IN = re.compile(
    r"(?:[\s,。.!~:;()]|前|之前|以前|就|再|要|得|也|都|务必|必须|记得|最迟|最晚|争取|尽量|一定|可以|能|完成|搞定|弄好|做好|做完|弄完|交(?!易)|提交|发我|发给?|给我?|给(?:结果|到|大家|个话|答复|一版)?|到位|上线|出(?:来|稿|图|初稿|结果|方案)?|报(?:数|我|给我)?|发群里?|发(?:出来?|到)|群里|回复?|结果|(?:一?版)?(?:初稿|终稿|定稿)|行|好|即可|ok|吧|哈|哦|啊|呀|了|的|我|看|截止|ddl|deadline|due|by|完|收工|为止|用|见|内|不急|是|时间|下班|(?:is )?fine|please|pls|done|latest|at the|the)*"
)
BARE_ORDER = re.compile(r"(?:要|得|需要?|记得|务必|必须|别忘了?|抓紧|尽快|赶紧|请|麻烦|need to|please|pls|must|remember to|don'?t forget to)")

# -- changed one's mind

TAKEN_BACK = re.compile(
    r"^(?:(?:——|—|-|\.|…|,|\s|啊|哦|噢|哎|诶|等等|等下|sorry|no|wait|actually|oh)*(?:不对|不是|错了|说错了?|写错了?|打错了?|记错了?|搞错了?|更正一?下?|纠正一?下?|算了|不不|不(?=$|[,\s])|还是(?=改|让|由|给|换|[周明后今下])|应该是|改[成到为]|推[迟到]+|换成?|延[期后]?到|挪到|提前到|correction|scratch that|make (?:it|that)|rather|i mean|actually|wait|no,))+[:,\s.…]*"
)

# -- goal

GOAL = re.compile(r"目标|目的|(?<![a-z])(?:goals?|objectives?|aims?)(?![a-z])")
