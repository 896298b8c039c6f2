<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AboutPart</name>
        <message>
            <source>Version {number}</source>
            <translation>版本 {number}</translation>
        </message>
        <message>
            <source>Everything stays on this PC; the program never uses the network. Fonts: Noto (OFL) and Hanazono; icons: Fluent UI System Icons (MIT); Qt for Python (LGPL).</source>
            <translation>数据只在本机，程序从不联网。字体：思源黑体与宋体（OFL）、花园明朝；图标：Fluent UI System Icons（MIT）；Qt for Python（LGPL）。</translation>
        </message>
        <message>
            <source>Copy diagnostics</source>
            <translation>复制诊断信息</translation>
        </message>
        <message>
            <source>About</source>
            <translation>关于</translation>
        </message>
    </context>
    <context>
        <name>AddPersonDialog</name>
        <message>
            <source>Add a person to this call</source>
            <translation>把人员加入本次召集</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>加入</translation>
        </message>
        <message>
            <source>Name / initials / phone tail</source>
            <translation>姓名 / 首字母 / 手机尾号</translation>
        </message>
        <message>
            <source>Find a person</source>
            <translation>查找人员</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>查找结果</translation>
        </message>
        <message>
            <source>Nobody found.</source>
            <translation>没有找到。</translation>
        </message>
    </context>
    <context>
        <name>ArrivalPanel</name>
        <message>
            <source>Arrival board</source>
            <translation>到位看板</translation>
        </message>
        <message>
            <source>Only not arrived</source>
            <translation>只看未到</translation>
        </message>
        <message>
            <source>Sign all in</source>
            <translation>全部签到</translation>
        </message>
        <message>
            <source>Ring the missing</source>
            <translation>重呼未到</translation>
        </message>
        <message>
            <source>Who has not signed in by {time} is listed as late.</source>
            <translation>{time} 起未签到的自动列为迟到。</translation>
        </message>
        <message>
            <source>On the way</source>
            <translation>路上</translation>
        </message>
        <message>
            <source>there in {minutes} min</source>
            <translation>{minutes} 分钟到</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>签退</translation>
        </message>
        <message>
            <source>Take the sign-in back</source>
            <translation>撤销签到</translation>
        </message>
        <message>
            <source>Take the sign-out back</source>
            <translation>撤销签退</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>签到</translation>
        </message>
        <message>
            <source>Ring again</source>
            <translation>重呼</translation>
        </message>
    </context>
    <context>
        <name>AskState</name>
        <message>
            <source>Skipped</source>
            <translation>已跳过</translation>
        </message>
        <message>
            <source>Undecided</source>
            <translation>待定</translation>
        </message>
        <message>
            <source>Late {time}</source>
            <translation>晚到 {time}</translation>
        </message>
        <message>
            <source>Unreached</source>
            <translation>未联系上</translation>
        </message>
        <message>
            <source>No number</source>
            <translation>无号码</translation>
        </message>
        <message>
            <source>Can be rung</source>
            <translation>可重呼</translation>
        </message>
        <message>
            <source>in {minutes} min</source>
            <translation>还有 {minutes} 分</translation>
        </message>
        <message>
            <source>Call back now</source>
            <translation>回拨到点</translation>
        </message>
    </context>
    <context>
        <name>AttemptOutcome</name>
        <message>
            <source>connected</source>
            <translation>已接通</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>无人接听</translation>
        </message>
        <message>
            <source>engaged</source>
            <translation>占线</translation>
        </message>
        <message>
            <source>switched off</source>
            <translation>关机</translation>
        </message>
        <message>
            <source>dead number</source>
            <translation>停机或空号</translation>
        </message>
        <message>
            <source>wrong number</source>
            <translation>号码错误</translation>
        </message>
        <message>
            <source>messaged</source>
            <translation>已发消息</translation>
        </message>
    </context>
    <context>
        <name>Audit</name>
        <message>
            <source>Person added</source>
            <translation>新增人员</translation>
        </message>
        <message>
            <source>People added</source>
            <translation>批量新增人员</translation>
        </message>
        <message>
            <source>Person changed</source>
            <translation>修改人员</translation>
        </message>
        <message>
            <source>People changed</source>
            <translation>批量修改人员</translation>
        </message>
        <message>
            <source>Skills and papers changed</source>
            <translation>修改技能证件</translation>
        </message>
        <message>
            <source>Skills and papers added</source>
            <translation>批量新增技能证件</translation>
        </message>
        <message>
            <source>Joined a team</source>
            <translation>入队</translation>
        </message>
        <message>
            <source>People joined teams</source>
            <translation>批量入队</translation>
        </message>
        <message>
            <source>Membership changed</source>
            <translation>修改队籍</translation>
        </message>
        <message>
            <source>Membership taken back</source>
            <translation>撤销队籍</translation>
        </message>
        <message>
            <source>Leave entered</source>
            <translation>登记请假</translation>
        </message>
        <message>
            <source>Leave taken back</source>
            <translation>撤销请假</translation>
        </message>
        <message>
            <source>Post added</source>
            <translation>新增岗位</translation>
        </message>
        <message>
            <source>Post changed</source>
            <translation>修改岗位</translation>
        </message>
        <message>
            <source>Shift added</source>
            <translation>新增班次</translation>
        </message>
        <message>
            <source>Shifts added</source>
            <translation>批量新增班次</translation>
        </message>
        <message>
            <source>Shift changed</source>
            <translation>修改班次</translation>
        </message>
        <message>
            <source>Needs of a shift changed</source>
            <translation>修改班次需求</translation>
        </message>
        <message>
            <source>Shift published</source>
            <translation>发布班次</translation>
        </message>
        <message>
            <source>Place taken</source>
            <translation>排入班次</translation>
        </message>
        <message>
            <source>Places taken</source>
            <translation>批量排入班次</translation>
        </message>
        <message>
            <source>Place given back</source>
            <translation>移出班次</translation>
        </message>
        <message>
            <source>Place taken again</source>
            <translation>恢复排班</translation>
        </message>
        <message>
            <source>Places changed within a shift</source>
            <translation>班内换位</translation>
        </message>
        <message>
            <source>Shift leader changed</source>
            <translation>调整带班</translation>
        </message>
        <message>
            <source>Shift call opened</source>
            <translation>开始召集</translation>
        </message>
        <message>
            <source>Shift call changed</source>
            <translation>召集变更</translation>
        </message>
        <message>
            <source>Past shift call added</source>
            <translation>补录召集</translation>
        </message>
        <message>
            <source>Candidates added</source>
            <translation>加入候选</translation>
        </message>
        <message>
            <source>Order of asking changed</source>
            <translation>调整候选顺序</translation>
        </message>
        <message>
            <source>Note on a candidate</source>
            <translation>候选备注</translation>
        </message>
        <message>
            <source>Reply recorded</source>
            <translation>记录答复</translation>
        </message>
        <message>
            <source>Reply taken back</source>
            <translation>撤销答复</translation>
        </message>
        <message>
            <source>Number copied</source>
            <translation>复制号码</translation>
        </message>
        <message>
            <source>Signed in</source>
            <translation>签到</translation>
        </message>
        <message>
            <source>People signed in</source>
            <translation>批量签到</translation>
        </message>
        <message>
            <source>Signed out</source>
            <translation>签退</translation>
        </message>
        <message>
            <source>Sign-in taken back</source>
            <translation>撤销签到</translation>
        </message>
        <message>
            <source>Office set up</source>
            <translation>建立单位</translation>
        </message>
        <message>
            <source>Office changed</source>
            <translation>修改单位</translation>
        </message>
        <message>
            <source>Rule of the office changed</source>
            <translation>修改单位规则</translation>
        </message>
        <message>
            <source>Community added</source>
            <translation>新增社区</translation>
        </message>
        <message>
            <source>Community renamed</source>
            <translation>社区改名</translation>
        </message>
        <message>
            <source>Team added</source>
            <translation>新增队伍</translation>
        </message>
        <message>
            <source>Team changed</source>
            <translation>修改队伍</translation>
        </message>
        <message>
            <source>Skill added</source>
            <translation>新增技能</translation>
        </message>
        <message>
            <source>Operator added</source>
            <translation>新增操作员</translation>
        </message>
        <message>
            <source>Operator changed</source>
            <translation>修改操作员</translation>
        </message>
    </context>
    <context>
        <name>AuditPart</name>
        <message>
            <source>No.</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>操作员</translation>
        </message>
        <message>
            <source>What</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Audit log</source>
            <translation>操作日志</translation>
        </message>
    </context>
    <context>
        <name>BackupPart</name>
        <message>
            <source>A backup opens with an operator's password or the recovery code; with neither it cannot be opened.</source>
            <translation>备份要用操作员密码或恢复码才能打开；两样都没有，谁也打不开。</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>已有备份</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>立即备份</translation>
        </message>
        <message>
            <source>To a USB stick…</source>
            <translation>备份到U盘…</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Where to</source>
            <translation>备份到哪里</translation>
        </message>
        <message>
            <source>Backed up and verified: {name}</source>
            <translation>已备份并校验：{name}</translation>
        </message>
        <message>
            <source>Last backup {when}, verified</source>
            <translation>上次备份 {when} · 校验通过</translation>
        </message>
        <message>
            <source>There is no backup yet.</source>
            <translation>还没有备份。</translation>
        </message>
    </context>
    <context>
        <name>Board</name>
        <message>
            <source>+ New shift</source>
            <translation>+ 新建班次</translation>
        </message>
        <message>
            <source>Here, with a reason</source>
            <translation>放到这里，要写原因</translation>
        </message>
        <message>
            <source>Drop here</source>
            <translation>放到这里</translation>
        </message>
        <message>
            <source>short {count}</source>
            <translation>缺 {count}</translation>
        </message>
        <message>
            <source>No special danger</source>
            <translation>无特别危险</translation>
        </message>
        <message>
            <source>Emergency</source>
            <translation>应急</translation>
        </message>
        <message>
            <source>On the road</source>
            <translation>道路交通</translation>
        </message>
        <message>
            <source>{month}/{first} – {last}</source>
            <translation>{month} 月 {first} – {last} 日</translation>
        </message>
        <message>
            <source>{month}/{first} – {last_month}/{last}</source>
            <translation>{month} 月 {first} 日 – {last_month} 月 {last} 日</translation>
        </message>
        <message>
            <source>leader</source>
            <translation>带班</translation>
        </message>
        <message>
            <source>anybody</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>Open: {places}</source>
            <translation>空位：{places}</translation>
        </message>
        <message>
            <source>Draft, not yet published</source>
            <translation>草稿，未发布</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>已发布</translation>
        </message>
        <message>
            <source>Changed since it was published</source>
            <translation>发布后有改动</translation>
        </message>
        <message>
            <source>Over; changes need a reason</source>
            <translation>已结束，改动要写原因</translation>
        </message>
        <message>
            <source>leads</source>
            <translation>带班</translation>
        </message>
        <message>
            <source>lost the place when the shift moved, to be asked again</source>
            <translation>班次移动后失去位置，需重新询问</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>conflict: {findings}</source>
            <translation>冲突：{findings}</translation>
        </message>
        <message>
            <source>reason: {reason}</source>
            <translation>原因：{reason}</translation>
        </message>
        <message>
            <source>{taken} of {needed} placed</source>
            <translation>已排 {taken} / 需要 {needed}</translation>
        </message>
        <message>
            <source>{needed} needed, {missing} short</source>
            <translation>需要 {needed}，缺 {missing}</translation>
        </message>
        <message>
            <source>{needed} needed, full</source>
            <translation>需要 {needed}，已满</translation>
        </message>
        <message>
            <source>no shift</source>
            <translation>没有班次</translation>
        </message>
        <message>
            <source>{name} leads</source>
            <translation>{name} 带班</translation>
        </message>
        <message>
            <source>{name} conflict</source>
            <translation>{name} 冲突</translation>
        </message>
        <message>
            <source>own team</source>
            <translation>本队</translation>
        </message>
        <message>
            <source>other team</source>
            <translation>跨队</translation>
        </message>
        <message>
            <source>fits the open place</source>
            <translation>适合空位</translation>
        </message>
        <message>
            <source>lives near</source>
            <translation>住得近</translation>
        </message>
        <message>
            <source>not placed this week</source>
            <translation>本周未排</translation>
        </message>
        <message>
            <source>{count} shifts this week</source>
            <translation>本周 {count} 班</translation>
        </message>
        <message>
            <source>new shift</source>
            <translation>新班次</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>已取消</translation>
        </message>
        <message>
            <source>moved, was {old}</source>
            <translation>时间已改，原为 {old}</translation>
        </message>
        <message>
            <source>added {name}</source>
            <translation>增加 {name}</translation>
        </message>
        <message>
            <source>removed {name}</source>
            <translation>移出 {name}</translation>
        </message>
        <message>
            <source>{name} leads from now on</source>
            <translation>改由 {name} 带班</translation>
        </message>
        <message>
            <source>{name} no longer leads</source>
            <translation>{name} 不再带班</translation>
        </message>
    </context>
    <context>
        <name>BoardModel</name>
        <message>
            <source>Post</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>{day} today</source>
            <translation>{day} 今天</translation>
        </message>
    </context>
    <context>
        <name>CallDeskPage</name>
        <message>
            <source>Call desk</source>
            <translation>召集台</translation>
        </message>
        <message>
            <source>No call is running</source>
            <translation>没有进行中的召集</translation>
        </message>
        <message>
            <source>{count} calls running</source>
            <translation>正在召集 {count} 个班次</translation>
        </message>
        <message>
            <source>Print call sheet</source>
            <translation>打印通知单</translation>
        </message>
        <message>
            <source>End the call</source>
            <translation>结束召集</translation>
        </message>
        <message>
            <source>Another shift</source>
            <translation>召集其他班次</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>加人</translation>
        </message>
        <message>
            <source>Ring once more</source>
            <translation>再呼一轮</translation>
        </message>
        <message>
            <source>Copy number</source>
            <translation>复制号码</translation>
        </message>
        <message>
            <source>Copy message</source>
            <translation>复制话术</translation>
        </message>
        <message>
            <source>Earlier in the order</source>
            <translation>前移一位</translation>
        </message>
        <message>
            <source>Later in the order</source>
            <translation>后移一位</translation>
        </message>
        <message>
            <source>Next call</source>
            <translation>下一个召集</translation>
        </message>
        <message>
            <source>Previous call</source>
            <translation>上一个召集</translation>
        </message>
        <message>
            <source>{callable} people can be rung, {left_out} cannot.</source>
            <translation>可呼 {callable} 人，{left_out} 人不可呼。</translation>
        </message>
        <message>
            <source>Show why</source>
            <translation>看原因</translation>
        </message>
        <message>
            <source>End the call {count} short?</source>
            <translation>仍差 {count} 人，结束召集？</translation>
        </message>
        <message>
            <source>What was recorded stays. A new call can be opened for the shift at any time.</source>
            <translation>已记录的答复全部保留，之后可随时为该班次重新召集。</translation>
        </message>
        <message>
            <source>Coming, not coming, no answer, later, arrived, standby; Alt+1–6 from the note</source>
            <translation>来、不来、未接、稍后、已到、备勤；在备注里按 Alt+1–6</translation>
        </message>
        <message>
            <source>More on the last reply: minutes, reason, kind of miss, note</source>
            <translation>补充刚才的答复：几分钟到、不来原因、未接种类、备注</translation>
        </message>
        <message>
            <source>Another person</source>
            <translation>换人</translation>
        </message>
        <message>
            <source>Ring again</source>
            <translation>重呼</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>话术</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>跳过</translation>
        </message>
        <message>
            <source>Note of the person on screen</source>
            <translation>写当前人员的备注</translation>
        </message>
        <message>
            <source>Take the last reply back</source>
            <translation>撤销上一条答复</translation>
        </message>
    </context>
    <context>
        <name>CallQueue</name>
        <message>
            <source>{points} pts</source>
            <translation>{points} 分</translation>
        </message>
        <message>
            <source>to call</source>
            <translation>待呼</translation>
        </message>
        <message>
            <source>no number that can be rung</source>
            <translation>没有可拨的号码</translation>
        </message>
    </context>
    <context>
        <name>CallSettings</name>
        <message>
            <source>Make the call sheet</source>
            <translation>生成通知单</translation>
        </message>
        <message>
            <source>Day of the shift</source>
            <translation>班次日期</translation>
        </message>
        <message>
            <source>Call or shift</source>
            <translation>召集或班次</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translation>领用人</translation>
        </message>
        <message>
            <source>At most this many people</source>
            <translation>最多人数</translation>
        </message>
        <message>
            <source>{post} {hours} · {count} people</source>
            <translation>{post} {hours}（在班 {count} 人）</translation>
        </message>
        <message>
            <source>Calling: {post} {hours} · {count} to ring</source>
            <translation>召集中：{post} {hours}（待呼 {count} 人）</translation>
        </message>
        <message>
            <source>This is no date.</source>
            <translation>认不出这个日期。</translation>
        </message>
        <message>
            <source>A number from 1 on, or nothing for everybody.</source>
            <translation>填 1 以上的数，不填为全部。</translation>
        </message>
    </context>
    <context>
        <name>CallStrip</name>
        <message>
            <source>Drill</source>
            <translation>演练</translation>
        </message>
        <message>
            <source>Needed</source>
            <translation>需要</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>已确认</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>已到</translation>
        </message>
        <message>
            <source>Short</source>
            <translation>还差</translation>
        </message>
        <message>
            <source>Asked {asked} of {all} · standby {standby} · calls {calls}</source>
            <translation>已问 {asked}/{all} 人 · 备勤 {standby} · 呼叫 {calls} 次</translation>
        </message>
        <message>
            <source>since the start</source>
            <translation>已开始</translation>
        </message>
        <message>
            <source>to the start</source>
            <translation>距开始</translation>
        </message>
    </context>
    <context>
        <name>CallSummary</name>
        <message>
            <source>{part} of {whole}</source>
            <translation>{part} / {whole}</translation>
        </message>
        <message>
            <source>Needed / confirmed / arrived</source>
            <translation>需要 / 确认 / 到岗</translation>
        </message>
        <message>
            <source>Still short</source>
            <translation>还差 / 需要</translation>
        </message>
        <message>
            <source>People asked</source>
            <translation>已问 / 候选</translation>
        </message>
        <message>
            <source>Said yes</source>
            <translation>来 / 已问</translation>
        </message>
        <message>
            <source>Not coming</source>
            <translation>不来 / 已问</translation>
        </message>
        <message>
            <source>Not reached</source>
            <translation>未联系上 / 已问</translation>
        </message>
        <message>
            <source>Standby</source>
            <translation>备勤 / 已问</translation>
        </message>
        <message>
            <source>Calls made</source>
            <translation>呼叫次数</translation>
        </message>
        <message>
            <source>Time until full</source>
            <translation>满员用时</translation>
        </message>
        <message>
            <source>{minutes} min</source>
            <translation>{minutes} 分钟</translation>
        </message>
        <message>
            <source>Not told how it ended</source>
            <translation>未告知结果 / 候选</translation>
        </message>
        <message>
            <source>{post} call-up, {when}</source>
            <translation>【{post}】召集情况（{when}）</translation>
        </message>
        <message>
            <source>{label}: {figure}</source>
            <translation>{label}：{figure}</translation>
        </message>
    </context>
    <context>
        <name>CallTabs</name>
        <message>
            <source>Running calls</source>
            <translation>进行中的召集</translation>
        </message>
        <message>
            <source>{post} {hours} · {confirmed}/{needed}</source>
            <translation>{post} {hours} · {confirmed}/{needed}</translation>
        </message>
    </context>
    <context>
        <name>CallTier</name>
        <message>
            <source>of this shift</source>
            <translation>本班</translation>
        </message>
        <message>
            <source>own team</source>
            <translation>本队</translation>
        </message>
        <message>
            <source>standby</source>
            <translation>备勤</translation>
        </message>
        <message>
            <source>other teams</source>
            <translation>跨队</translation>
        </message>
        <message>
            <source>backbone</source>
            <translation>骨干</translation>
        </message>
        <message>
            <source>professional</source>
            <translation>专业队</translation>
        </message>
        <message>
            <source>recruited</source>
            <translation>招募</translation>
        </message>
        <message>
            <source>Ask other teams</source>
            <translation>扩大到跨队</translation>
        </message>
        <message>
            <source>Ask the backbone</source>
            <translation>启用骨干</translation>
        </message>
        <message>
            <source>Ask professionals</source>
            <translation>启用专业队</translation>
        </message>
        <message>
            <source>Ask recruited people</source>
            <translation>启用招募</translation>
        </message>
        <message>
            <source>Ask {tier}</source>
            <translation>启用{tier}</translation>
        </message>
    </context>
    <context>
        <name>ChipRow</name>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
    </context>
    <context>
        <name>CommandPalette</name>
        <message>
            <source>People, shifts, commands</source>
            <translation>人员、班次、命令</translation>
        </message>
        <message>
            <source>Global search</source>
            <translation>全局搜索</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>搜索结果</translation>
        </message>
        <message>
            <source>↑ ↓ choose · Enter open · Esc close</source>
            <translation>↑ ↓ 选择 · Enter 打开 · Esc 关闭</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>命令</translation>
        </message>
    </context>
    <context>
        <name>CoverageLegend</name>
        <message>
            <source>Arrived</source>
            <translation>到岗</translation>
        </message>
        <message>
            <source>Confirmed, not arrived</source>
            <translation>已确认未到</translation>
        </message>
        <message>
            <source>Not confirmed</source>
            <translation>未确认</translation>
        </message>
    </context>
    <context>
        <name>Crash</name>
        <message>
            <source>Something went wrong</source>
            <translation>程序出了一点问题</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续使用</translation>
        </message>
        <message>
            <source>Everything shown as saved is saved. You can go on; if this comes again, restart.</source>
            <translation>显示为已保存的内容都已保存。可以继续使用；如再次出现，请重新打开本程序。</translation>
        </message>
        <message>
            <source>To report it, copy the details and pass them to whoever looks after this program.</source>
            <translation>如需反馈，请复制详情，交给负责本程序的人员。</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>复制详情</translation>
        </message>
    </context>
    <context>
        <name>DataTable</name>
        <message>
            <source>Columns</source>
            <translation>列设置</translation>
        </message>
        <message>
            <source>Row height</source>
            <translation>行高</translation>
        </message>
        <message>
            <source>Fit column widths</source>
            <translation>自动列宽</translation>
        </message>
        <message>
            <source>Restore defaults</source>
            <translation>恢复默认</translation>
        </message>
        <message>
            <source>Compact</source>
            <translation>紧凑</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>标准</translation>
        </message>
        <message>
            <source>Relaxed</source>
            <translation>宽松</translation>
        </message>
        <message>
            <source>Count {count:,}</source>
            <translation>计数 {count:,}</translation>
        </message>
        <message>
            <source>{column} sum {total:,g}</source>
            <translation>{column}求和 {total:,g}</translation>
        </message>
    </context>
    <context>
        <name>DateField</name>
        <message>
            <source>e.g. 718, +3</source>
            <translation>如 718、+3、今天</translation>
        </message>
        <message>
            <source>Open the calendar</source>
            <translation>打开日历</translation>
        </message>
    </context>
    <context>
        <name>DeclineReason</name>
        <message>
            <source>busy</source>
            <translation>有事</translation>
        </message>
        <message>
            <source>ill</source>
            <translation>生病</translation>
        </message>
        <message>
            <source>out of town</source>
            <translation>不在本地</translation>
        </message>
        <message>
            <source>other</source>
            <translation>其他</translation>
        </message>
    </context>
    <context>
        <name>DeskView</name>
        <message>
            <source>record and go on</source>
            <translation>记录并到下一位</translation>
        </message>
        <message>
            <source>another person</source>
            <translation>换人</translation>
        </message>
        <message>
            <source>ring again</source>
            <translation>重呼</translation>
        </message>
        <message>
            <source>add a person</source>
            <translation>加人</translation>
        </message>
        <message>
            <source>skip</source>
            <translation>跳过</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>队列</translation>
        </message>
        <message>
            <source>Arrivals</source>
            <translation>到位</translation>
        </message>
    </context>
    <context>
        <name>Dialing</name>
        <message>
            <source>Number copied</source>
            <translation>号码已复制</translation>
        </message>
        <message>
            <source>Copied. In WeChat, press Ctrl+V.</source>
            <translation>已复制，到微信按 Ctrl+V 粘贴</translation>
        </message>
        <message>
            <source>{reply}, saved</source>
            <translation>{reply}，已保存</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <source>Next: {name}</source>
            <translation>下一位：{name}</translation>
        </message>
        <message>
            <source>All places are taken: {name} is kept as standby</source>
            <translation>名额已满：{name} 记为备勤</translation>
        </message>
        <message>
            <source>{name} has given the place back</source>
            <translation>{name} 已退出，名额空出</translation>
        </message>
        <message>
            <source>Pressed while saving: {key}. Enter records it for {name}, any other key does not.</source>
            <translation>保存时您按了“{key}”：按回车记给 {name}，按其他键则不记。</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Not saved, still on screen. {why}</source>
            <translation>刚才的答复没有保存，人员仍在屏幕上。{why}</translation>
        </message>
    </context>
    <context>
        <name>Dialog</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Type “{word}” to go on</source>
            <translation>请输入“{word}”以继续</translation>
        </message>
    </context>
    <context>
        <name>DutySettings</name>
        <message>
            <source>Earlier month</source>
            <translation>上个月</translation>
        </message>
        <message>
            <source>Later month</source>
            <translation>下个月</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>队伍</translation>
        </message>
        <message>
            <source>All {count} teams with shifts</source>
            <translation>全部有班次的 {count} 支队伍</translation>
        </message>
        <message>
            <source>{team} · {count} shifts</source>
            <translation>{team}（{count} 班）</translation>
        </message>
        <message>
            <source>{team} · no shifts</source>
            <translation>{team}（无班次）</translation>
        </message>
    </context>
    <context>
        <name>EntryWindow</name>
        <message>
            <source>Volunteer duty</source>
            <translation>志愿应急值守</translation>
        </message>
        <message>
            <source>Making demo data…</source>
            <translation>正在生成演示数据…</translation>
        </message>
        <message>
            <source>Making demo data</source>
            <translation>正在生成演示数据</translation>
        </message>
        <message>
            <source>Making demo data… {done} of {total}</source>
            <translation>正在生成演示数据… {done} / {total}</translation>
        </message>
    </context>
    <context>
        <name>Error</name>
        <message>
            <source>Check the capital lock and the input method, then try again.</source>
            <translation>请检查大写锁定和输入法，然后重试。</translation>
        </message>
        <message>
            <source>{count} tries are left before a pause.</source>
            <translation>再错 {count} 次将暂停登录。</translation>
        </message>
        <message>
            <source>The password is wrong.</source>
            <translation>密码不对。</translation>
        </message>
        <message>
            <source>The password needs at least {count} characters.</source>
            <translation>密码至少要 {count} 个字符。</translation>
        </message>
        <message>
            <source>The recovery code has a wrong number of characters.</source>
            <translation>恢复码的位数不对。</translation>
        </message>
        <message>
            <source>Compare it with the printed sheet.</source>
            <translation>请与打印的恢复码核对。</translation>
        </message>
        <message>
            <source>Group {number} of the recovery code is mistyped.</source>
            <translation>恢复码第 {number} 组输错了。</translation>
        </message>
        <message>
            <source>Compare this group with the printed sheet.</source>
            <translation>请与打印件核对这一组。</translation>
        </message>
        <message>
            <source>This recovery code does not belong to this data, or a newer one was printed.</source>
            <translation>这个恢复码不属于这份数据，或已打印过更新的恢复码。</translation>
        </message>
        <message>
            <source>Look for the sheet with the latest date.</source>
            <translation>请找日期最近的那张。</translation>
        </message>
        <message>
            <source>The key file is damaged, so the data cannot be unlocked.</source>
            <translation>密钥文件已损坏，数据无法解锁。</translation>
        </message>
        <message>
            <source>Restore the latest backup; every backup holds a copy of it.</source>
            <translation>请恢复最近的备份，每份备份里都有它的副本。</translation>
        </message>
        <message>
            <source>This is the last account that can open the data, so it cannot be removed.</source>
            <translation>这是最后一个能打开数据的账号，不能移除。</translation>
        </message>
        <message>
            <source>Add another account first.</source>
            <translation>请先新增一个账号。</translation>
        </message>
        <message>
            <source>This is neither a file nor the address of a database server.</source>
            <translation>这既不是文件，也不是数据库服务器地址。</translation>
        </message>
        <message>
            <source>Check the address in the settings.</source>
            <translation>请在设置中核对地址。</translation>
        </message>
        <message>
            <source>The office's database server does not answer.</source>
            <translation>本单位的数据库服务器没有响应。</translation>
        </message>
        <message>
            <source>Check the network cable and the server, then try again.</source>
            <translation>请检查网线和服务器，然后重试。</translation>
        </message>
        <message>
            <source>The database server refuses this name, password or database.</source>
            <translation>数据库服务器不接受这个账号、密码或数据库名。</translation>
        </message>
        <message>
            <source>Check the connection in the settings.</source>
            <translation>请在设置中核对连接。</translation>
        </message>
        <message>
            <source>This version keeps its data in one file on one PC.</source>
            <translation>当前版本把数据存放在一台电脑的一个文件里。</translation>
        </message>
        <message>
            <source>Give a folder of this PC instead of a server's address.</source>
            <translation>请填写本机的文件夹，不要填写服务器地址。</translation>
        </message>
        <message>
            <source>This could not be done.</source>
            <translation>这一步没有完成。</translation>
        </message>
        <message>
            <source>Nothing was changed. Reload and try again.</source>
            <translation>没有改动任何内容。请重新载入后再试。</translation>
        </message>
        <message>
            <source>This call was ended at {time} and takes no more replies.</source>
            <translation>这次召集已于 {time} 结束，不再记录答复。</translation>
        </message>
        <message>
            <source>Open a new call for the shift if people are still missing.</source>
            <translation>如仍缺人，请为这个班次新开一次召集。</translation>
        </message>
        <message>
            <source>{operator} is ringing this person at another desk.</source>
            <translation>{operator}正在另一台电脑上呼叫此人。</translation>
        </message>
        <message>
            <source>Go on with the next person.</source>
            <translation>请先呼下一位。</translation>
        </message>
        <message>
            <source>There is nothing left to take back in this call.</source>
            <translation>这次召集里没有可撤销的答复了。</translation>
        </message>
        <message>
            <source>This addition does not fit the reply.</source>
            <translation>补充内容与这条答复不符。</translation>
        </message>
        <message>
            <source>A time belongs to a yes, a reason to a no, a kind to a missed call.</source>
            <translation>“来”可补预计到达，“不来”可补原因，“未接”可补情形。</translation>
        </message>
        <message>
            <source>The message text has a variable nobody knows: {gap}.</source>
            <translation>话术里有不认识的变量：{gap}。</translation>
        </message>
        <message>
            <source>A message text is missing or damaged.</source>
            <translation>话术缺失或已损坏。</translation>
        </message>
        <message>
            <source>Correct it in the settings, or go back to the text supplied.</source>
            <translation>请在设置中改正，或恢复随程序提供的话术。</translation>
        </message>
        <message>
            <source>The disk is full; the last entry is not saved yet and still stands on the screen.</source>
            <translation>磁盘空间不足，刚才的内容还没有保存，仍显示在屏幕上。</translation>
        </message>
        <message>
            <source>Free 200 MB, then try again.</source>
            <translation>请清理 200 MB 后点重试。</translation>
        </message>
        <message>
            <source>The disk did not read or write; the last entry is not saved.</source>
            <translation>磁盘读写出错，刚才的内容没有保存。</translation>
        </message>
        <message>
            <source>Try again. If it stays so, copy the backups to another disk.</source>
            <translation>请重试。如仍不行，请把备份复制到其他磁盘。</translation>
        </message>
        <message>
            <source>The file may be read but not written.</source>
            <translation>这个文件只能读，不能写。</translation>
        </message>
        <message>
            <source>Clear the write protection, or choose another folder.</source>
            <translation>请取消只读，或换一个文件夹。</translation>
        </message>
        <message>
            <source>The file cannot be opened; it may be open in WPS or Excel, or the folder is gone.</source>
            <translation>文件打不开，可能正在 WPS 或 Excel 中打开，或文件夹已不在。</translation>
        </message>
        <message>
            <source>Close it there, then try again.</source>
            <translation>请关闭后重试。</translation>
        </message>
        <message>
            <source>Another task is writing this data right now; the last entry is not saved yet.</source>
            <translation>另一个任务正在写入这份数据，刚才的内容还没有保存。</translation>
        </message>
        <message>
            <source>Wait a moment, then try again.</source>
            <translation>请稍候重试。</translation>
        </message>
        <message>
            <source>This folder lies on a network drive, where data can be lost.</source>
            <translation>这个文件夹在网络盘上，数据可能丢失。</translation>
        </message>
        <message>
            <source>This folder is synchronised, which can damage the data.</source>
            <translation>这个文件夹会被网盘同步，可能损坏数据。</translation>
        </message>
        <message>
            <source>This folder lies on a removable disk.</source>
            <translation>这个文件夹在可移动磁盘上。</translation>
        </message>
        <message>
            <source>Choose a folder on the PC's own disk.</source>
            <translation>请选择本机硬盘上的文件夹。</translation>
        </message>
        <message>
            <source>“{file}” is not where it should be; nothing new was made in its place.</source>
            <translation>“{file}”不在原来的位置，没有新建文件代替它。</translation>
        </message>
        <message>
            <source>Look whether it was moved or renamed, or restore a backup.</source>
            <translation>请看它是否被移动或改名，或者恢复备份。</translation>
        </message>
        <message>
            <source>“{file}” is already there and was not replaced.</source>
            <translation>“{file}”已经存在，没有覆盖。</translation>
        </message>
        <message>
            <source>Choose another name or folder.</source>
            <translation>请换一个名称或文件夹。</translation>
        </message>
        <message>
            <source>The file cannot be unlocked: it is no data of this program, damaged, or has another key.</source>
            <translation>文件无法解锁：它不是本程序的数据，或已损坏，或用的是另一把密钥。</translation>
        </message>
        <message>
            <source>Check the chosen file, or restore a backup.</source>
            <translation>请核对所选文件，或恢复备份。</translation>
        </message>
        <message>
            <source>The data file is damaged.</source>
            <translation>数据文件已损坏。</translation>
        </message>
        <message>
            <source>Set it aside and restore the latest backup.</source>
            <translation>请保留原文件，并恢复最近的备份。</translation>
        </message>
        <message>
            <source>A newer version of the program wrote this data.</source>
            <translation>这份数据是用更新版本的程序写的。</translation>
        </message>
        <message>
            <source>Install the newer version on this PC; the data was not changed.</source>
            <translation>请在本机安装新版本；数据没有改动。</translation>
        </message>
        <message>
            <source>“{file}” is not a backup of this program.</source>
            <translation>“{file}”不是本程序的备份。</translation>
        </message>
        <message>
            <source>The backup “{file}” is damaged.</source>
            <translation>备份“{file}”已损坏。</translation>
        </message>
        <message>
            <source>“{file}” does not hold what it says.</source>
            <translation>“{file}”的内容与说明不符。</translation>
        </message>
        <message>
            <source>Choose another backup; nothing was replaced.</source>
            <translation>请另选一份备份；没有替换任何内容。</translation>
        </message>
        <message>
            <source>The data lies on a database server; this program makes no backup of it.</source>
            <translation>数据在数据库服务器上，本程序不负责它的备份。</translation>
        </message>
        <message>
            <source>Ask whoever looks after the server about its backups.</source>
            <translation>请向服务器管理人员了解备份情况。</translation>
        </message>
        <message>
            <source>The font “{file}” is missing; without it names would be lost, so nothing was printed.</source>
            <translation>缺少字体“{file}”，会有姓名打印不出来，因此没有打印。</translation>
        </message>
        <message>
            <source>Install the program again; your data is not touched.</source>
            <translation>请重新安装本程序，数据不受影响。</translation>
        </message>
        <message>
            <source>The helping process ended before it was done; nothing was changed.</source>
            <translation>处理中途停止，没有改动任何内容。</translation>
        </message>
        <message>
            <source>Try again. If it stays so, copy the diagnosis for support.</source>
            <translation>请重试。如仍不行，请复制诊断信息反馈。</translation>
        </message>
        <message>
            <source>This took longer than {count} seconds and was stopped; nothing was changed.</source>
            <translation>处理超过 {count} 秒，已停止，没有改动任何内容。</translation>
        </message>
        <message>
            <source>Try again with less at once.</source>
            <translation>请减少数量后再试。</translation>
        </message>
        <message>
            <source>The end is not after the start.</source>
            <translation>结束时间不晚于开始时间。</translation>
        </message>
        <message>
            <source>If it ends the next day, give the end that date.</source>
            <translation>如到次日结束，请把结束日期改为次日。</translation>
        </message>
        <message>
            <source>All {count} places are taken.</source>
            <translation>{count} 个名额都已占满。</translation>
        </message>
        <message>
            <source>Choose another shift or raise the number needed.</source>
            <translation>请换一个班次，或增加需要人数。</translation>
        </message>
        <message>
            <source>Choose somebody else, or move one of the two shifts.</source>
            <translation>请换人，或调整其中一个班次。</translation>
        </message>
        <message>
            <source>This person already has a shift at that time.</source>
            <translation>此人在这个时间已有班次。</translation>
        </message>
        <message>
            <source>This person already has a shift until {time}.</source>
            <translation>此人已有班次，到 {time} 结束。</translation>
        </message>
        <message>
            <source>This person is already in the shift.</source>
            <translation>此人已在这个班次里。</translation>
        </message>
        <message>
            <source>{count} people have signed in to this shift, so it cannot be removed.</source>
            <translation>已有 {count} 人在这个班次签到，不能移除。</translation>
        </message>
        <message>
            <source>End the shift instead; its records stay.</source>
            <translation>请结束这个班次，记录会保留。</translation>
        </message>
        <message>
            <source>The holidays of {year} are not entered yet.</source>
            <translation>{year} 年的节假日还未录入。</translation>
        </message>
        <message>
            <source>Choose another date, or enter the holidays of that year.</source>
            <translation>请换一个日期，或先录入该年节假日。</translation>
        </message>
        <message>
            <source>The holiday table of {year} cannot be used.</source>
            <translation>{year} 年的节假日表无法使用。</translation>
        </message>
        <message>
            <source>Correct the file or use the one supplied.</source>
            <translation>请改正该文件，或使用随程序提供的表。</translation>
        </message>
        <message>
            <source>This person cannot take the place: {reasons}.</source>
            <translation>此人不能上这个班：{reasons}。</translation>
        </message>
        <message>
            <source>Choose somebody else.</source>
            <translation>请换人。</translation>
        </message>
        <message>
            <source>Something stands against it: {reasons}.</source>
            <translation>有情况需要确认：{reasons}。</translation>
        </message>
        <message>
            <source>Enter a reason to go on; it is stored and printed.</source>
            <translation>填写理由后可以继续，理由会保存并打印。</translation>
        </message>
        <message>
            <source>the rules of placement</source>
            <translation>不符合排班规则</translation>
        </message>
        <message>
            <source>This record is no longer there; it may have been removed elsewhere.</source>
            <translation>这条记录已不存在，可能已在别处移除。</translation>
        </message>
        <message>
            <source>Reload to see the present state.</source>
            <translation>请重新载入查看现状。</translation>
        </message>
        <message>
            <source>Somebody else has changed this record meanwhile; yours was not saved.</source>
            <translation>这条记录刚被别人改过，你的修改没有保存。</translation>
        </message>
        <message>
            <source>Reload, look at the change and enter yours again.</source>
            <translation>请重新载入，看过改动后再修改。</translation>
        </message>
        <message>
            <source>Your account is not allowed to do this.</source>
            <translation>当前账号没有这项权限。</translation>
        </message>
        <message>
            <source>Ask an administrator, or sign in with another account.</source>
            <translation>请联系管理员，或换一个账号登录。</translation>
        </message>
        <message>
            <source>Somebody else in the roster has this ID number.</source>
            <translation>名册中另一人已登记这个证件号。</translation>
        </message>
        <message>
            <source>Check the number, or merge the two records.</source>
            <translation>请核对号码，或合并这两条记录。</translation>
        </message>
        <message>
            <source>The data contradicts what is already stored, so nothing was saved.</source>
            <translation>内容与已有数据矛盾，没有保存。</translation>
        </message>
        <message>
            <source>Reload and try again.</source>
            <translation>请重新载入后再试。</translation>
        </message>
        <message>
            <source>A protected number can no longer be read; it was altered outside this program.</source>
            <translation>有一个受保护的号码读不出来，它在本程序之外被改动过。</translation>
        </message>
        <message>
            <source>Enter it again, and check the backups.</source>
            <translation>请重新录入，并检查备份。</translation>
        </message>
        <message>
            <source>The presets that come with the program are damaged.</source>
            <translation>随程序提供的预设已损坏。</translation>
        </message>
        <message>
            <source>Whole telephone numbers are printed only for a purpose.</source>
            <translation>完整号码只能为明确的用途印出。</translation>
        </message>
        <message>
            <source>Say what the sheet is for.</source>
            <translation>请填写用途。</translation>
        </message>
        <message>
            <source>Nobody is left to be rung, or nobody of them has a number.</source>
            <translation>没有待呼的人，或他们都没有电话号码。</translation>
        </message>
        <message>
            <source>Choose another call or shift.</source>
            <translation>请选择其他召集或班次。</translation>
        </message>
        <message>
            <source>The printer took no page.</source>
            <translation>打印机没有接收。</translation>
        </message>
        <message>
            <source>Look whether it is switched on and has paper, or save the sheet as PDF.</source>
            <translation>请检查电源和纸张，或先另存为 PDF。</translation>
        </message>
        <message>
            <source>“{file}” cannot be written: it is open in another program.</source>
            <translation>无法写入“{file}”：文件正在其他程序中打开。</translation>
        </message>
        <message>
            <source>“{file}” cannot be written: the folder is not there.</source>
            <translation>无法写入“{file}”：文件夹不存在。</translation>
        </message>
        <message>
            <source>“{file}” cannot be written: the disk is write-protected.</source>
            <translation>无法写入“{file}”：磁盘有写保护。</translation>
        </message>
        <message>
            <source>“{file}” was not saved: the disk is full.</source>
            <translation>“{file}”没有保存：磁盘空间不足。</translation>
        </message>
        <message>
            <source>“{file}” was not saved: the disk did not take it.</source>
            <translation>“{file}”没有保存：磁盘没有写入。</translation>
        </message>
        <message>
            <source>Close it there and save again, or save under another name.</source>
            <translation>请关闭后重新保存，或换一个文件名。</translation>
        </message>
        <message>
            <source>Free some space, or save to another disk.</source>
            <translation>请清理空间，或保存到其他磁盘。</translation>
        </message>
        <message>
            <source>Save to another folder.</source>
            <translation>请保存到其他文件夹。</translation>
        </message>
    </context>
    <context>
        <name>ErrorDialog</name>
        <message>
            <source>This did not work</source>
            <translation>没有完成</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>复制详情</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>另存为…</translation>
        </message>
        <message>
            <source>Reload</source>
            <translation>重新载入</translation>
        </message>
    </context>
    <context>
        <name>Factor</name>
        <message>
            <source>circle</source>
            <translation>范围</translation>
        </message>
        <message>
            <source>has what is scarce</source>
            <translation>有紧缺技能</translation>
        </message>
        <message>
            <source>lives there</source>
            <translation>就近</translation>
        </message>
        <message>
            <source>{value} h in 30 days</source>
            <translation>近 30 天 {value} h</translation>
        </message>
        <message>
            <source>called {value} times lately</source>
            <translation>近期呼过 {value} 次</translation>
        </message>
        <message>
            <source>answers {value}</source>
            <translation>接听 {value}</translation>
        </message>
        <message>
            <source>comes {value}</source>
            <translation>到岗 {value}</translation>
        </message>
        <message>
            <source>never called yet</source>
            <translation>首次呼叫</translation>
        </message>
        <message>
            <source>free then</source>
            <translation>该时段可用</translation>
        </message>
        <message>
            <source>not free then</source>
            <translation>该时段不便</translation>
        </message>
        <message>
            <source>added by hand</source>
            <translation>手工加入</translation>
        </message>
        <message>
            <source>{value} h</source>
            <translation>{value} h/月</translation>
        </message>
        <message>
            <source>called {value}×</source>
            <translation>呼过 {value} 次</translation>
        </message>
    </context>
    <context>
        <name>Field</name>
        <message>
            <source>This must be filled in.</source>
            <translation>此项必填。</translation>
        </message>
        <message>
            <source>This is too long.</source>
            <translation>内容太长。</translation>
        </message>
        <message>
            <source>This is already in use.</source>
            <translation>已被使用。</translation>
        </message>
        <message>
            <source>This is a placeholder, not a name.</source>
            <translation>这是占位文字，不是姓名。</translation>
        </message>
        <message>
            <source>The characters are damaged; type them again.</source>
            <translation>文字已成乱码，请重新输入。</translation>
        </message>
        <message>
            <source>This is not a telephone number.</source>
            <translation>这不是电话号码。</translation>
        </message>
        <message>
            <source>Enter the whole number, without asterisks.</source>
            <translation>请输入完整号码，不要用星号。</translation>
        </message>
        <message>
            <source>The number of digits is wrong. {detail}</source>
            <translation>位数不对。{detail}</translation>
        </message>
        <message>
            <source>No telephone number begins like this.</source>
            <translation>没有这样开头的号码。</translation>
        </message>
        <message>
            <source>The last digits were lost in a spreadsheet; enter them again.</source>
            <translation>末几位在表格软件中丢失了，请重新输入。</translation>
        </message>
        <message>
            <source>Only digits and a final X are allowed here.</source>
            <translation>只能是数字，末位可以是 X。</translation>
        </message>
        <message>
            <source>The first six digits are no known region.</source>
            <translation>前六位不是已知的地区代码。</translation>
        </message>
        <message>
            <source>The date of birth in the number does not exist.</source>
            <translation>号码中的出生日期不存在。</translation>
        </message>
        <message>
            <source>The last digit does not fit; check the number.</source>
            <translation>校验位不符，请核对号码。</translation>
        </message>
        <message>
            <source>This is not a date.</source>
            <translation>这不是日期。</translation>
        </message>
        <message>
            <source>This date lies in the future.</source>
            <translation>日期在今天之后。</translation>
        </message>
        <message>
            <source>This is not a number.</source>
            <translation>这不是数字。</translation>
        </message>
        <message>
            <source>This number is out of range.</source>
            <translation>数字超出范围。</translation>
        </message>
        <message>
            <source>This value cannot be stored. Please check it.</source>
            <translation>内容无法保存，请检查。</translation>
        </message>
    </context>
    <context>
        <name>Finding</name>
        <message>
            <source>Not possible</source>
            <translation>不能排</translation>
        </message>
        <message>
            <source>Needs a reason</source>
            <translation>需填理由</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>the person is inactive</source>
            <translation>此人已停用</translation>
        </message>
        <message>
            <source>already in this shift</source>
            <translation>已在本班</translation>
        </message>
        <message>
            <source>overlaps with the shift {span}</source>
            <translation>与 {span} 班次重叠</translation>
        </message>
        <message>
            <source>no open place fits this person</source>
            <translation>没有适合此人的空位</translation>
        </message>
        <message>
            <source>the shift is over</source>
            <translation>班次已结束</translation>
        </message>
        <message>
            <source>only {hours} hours of rest beside the shift {span}</source>
            <translation>与 {span} 班次只隔 {hours} 小时</translation>
        </message>
        <message>
            <source>{hours} hours within 24 hours</source>
            <translation>24 小时内共 {hours} 小时</translation>
        </message>
        <message>
            <source>{hours} hours in one week</source>
            <translation>一周共 {hours} 小时</translation>
        </message>
        <message>
            <source>on leave until {until}</source>
            <translation>请假至 {until}</translation>
        </message>
        <message>
            <source>outside the times the person offered</source>
            <translation>不在可用时段</translation>
        </message>
        <message>
            <source>under age ({age})</source>
            <translation>未成年（{age} 岁）</translation>
        </message>
        <message>
            <source>the team takes adults only ({age})</source>
            <translation>该队只收成年人（{age} 岁）</translation>
        </message>
        <message>
            <source>a certificate needed in the shift has expired</source>
            <translation>本班所需证件已过期</translation>
        </message>
        <message>
            <source>being asked in another call</source>
            <translation>正在另一次召集中被询问</translation>
        </message>
        <message>
            <source>on duty in a response</source>
            <translation>正在应急响应中</translation>
        </message>
        <message>
            <source>not a member of the team</source>
            <translation>不是本队队员</translation>
        </message>
    </context>
    <context>
        <name>FirstRunPage</name>
        <message>
            <source>Name of the office</source>
            <translation>单位名称</translation>
        </message>
        <message>
            <source>Duty telephone</source>
            <translation>值班电话</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>管理员姓名</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Password again</source>
            <translation>再输一次密码</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>开始使用</translation>
        </message>
        <message>
            <source>Set up the office</source>
            <translation>先认识一下您的单位</translation>
        </message>
        <message>
            <source>{teams} teams and {communities} communities are there already; all can be renamed later.</source>
            <translation>已备好 {teams} 支队伍（17 支志愿服务队、应急骨干、专业力量）和 {communities} 个社区，以后都能改名。</translation>
        </message>
        <message>
            <source>{field}, required</source>
            <translation>{field}，必填</translation>
        </message>
        <message>
            <source>Then import a roster (Excel, CSV)</source>
            <translation>接着导入名册（Excel、WPS、CSV）</translation>
        </message>
        <message>
            <source>Then look around first</source>
            <translation>先看看，名册以后再导入</translation>
        </message>
        <message>
            <source>Only try it on demo data (password: demo)</source>
            <translation>只用演示数据试一试（密码 demo，人员全为虚构）</translation>
        </message>
        <message>
            <source>Enter the name of the office.</source>
            <translation>请填写单位名称。</translation>
        </message>
        <message>
            <source>Enter the administrator's name.</source>
            <translation>请填写管理员姓名。</translation>
        </message>
        <message>
            <source>The password needs at least {n} characters.</source>
            <translation>密码至少 {n} 位。</translation>
        </message>
        <message>
            <source>The two passwords differ.</source>
            <translation>两次输入的密码不一样。</translation>
        </message>
        <message>
            <source>Making demo data</source>
            <translation>正在生成演示数据</translation>
        </message>
        <message>
            <source>Making demo data… {done} of {total}</source>
            <translation>正在生成演示数据… {done} / {total}</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>请稍候…</translation>
        </message>
    </context>
    <context>
        <name>FormField</name>
        <message>
            <source>{label}, required</source>
            <translation>{label}，必填</translation>
        </message>
        <message>
            <source>This must be filled in.</source>
            <translation>此项必填。</translation>
        </message>
    </context>
    <context>
        <name>FullBar</name>
        <message>
            <source>Go on as standby</source>
            <translation>继续作为备勤</translation>
        </message>
        <message>
            <source>End the call</source>
            <translation>结束召集</translation>
        </message>
        <message>
            <source>Enough people: needed {needed}, confirmed {confirmed}.</source>
            <translation>人已够：需要 {needed} 人，确认 {confirmed} 人。</translation>
        </message>
    </context>
    <context>
        <name>Gallery</name>
        <message>
            <source>Components</source>
            <translation>控件</translation>
        </message>
        <message>
            <source>Flood watch 154 0000 7316</source>
            <translation>汛期河道巡查 154 0000 7316</translation>
        </message>
        <message>
            <source>Sample</source>
            <translation>示例</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>文字</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>周</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月</translation>
        </message>
        <message>
            <source>List</source>
            <translation>列表</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Buttons</source>
            <translation>按钮</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>A mobile number has 11 digits, this one has 9.</source>
            <translation>手机号应为 11 位，现在是 9 位。</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>All teams</source>
            <translation>全部队伍</translation>
        </message>
        <message>
            <source>Flood team</source>
            <translation>防汛抢险队</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>队伍</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Show telephone</source>
            <translation>显示联系电话</translation>
        </message>
        <message>
            <source>Mask numbers</source>
            <translation>号码打码</translation>
        </message>
        <message>
            <source>Portrait</source>
            <translation>竖向</translation>
        </message>
        <message>
            <source>Landscape</source>
            <translation>横向</translation>
        </message>
        <message>
            <source>Disabled</source>
            <translation>不可用</translation>
        </message>
        <message>
            <source>Name / initials / phone tail</source>
            <translation>姓名 / 首字母 / 手机尾号</translation>
        </message>
        <message>
            <source>Inputs</source>
            <translation>输入</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Ⅱ级响应</translation>
        </message>
        <message>
            <source>Zheng</source>
            <translation>郑守正</translation>
        </message>
        <message>
            <source>States</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>By time</source>
            <translation>按时间</translation>
        </message>
        <message>
            <source>Only short ones</source>
            <translation>只看缺人</translation>
        </message>
        <message>
            <source>By team</source>
            <translation>按队伍</translation>
        </message>
        <message>
            <source>Shifts today</source>
            <translation>今日班次</translation>
        </message>
        <message>
            <source>open</source>
            <translation>打开召集台</translation>
        </message>
        <message>
            <source>print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Needed / confirmed / arrived</source>
            <translation>需要 / 确认 / 到岗</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>时长</translation>
        </message>
        <message>
            <source>own team · 0.6 km · 6 h this week</source>
            <translation>本队 · 0.6 km · 本周 6 h</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>候选队列</translation>
        </message>
        <message>
            <source>Reply keys</source>
            <translation>答复键</translation>
        </message>
        <message>
            <source>12 possible duplicates.</source>
            <translation>12 条疑似重复。</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>去核对</translation>
        </message>
        <message>
            <source>No people yet.</source>
            <translation>还没有人员。</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入 Excel</translation>
        </message>
        <message>
            <source>Add by hand</source>
            <translation>手工新增</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>Gap</source>
            <translation>缺口</translation>
        </message>
        <message>
            <source>To call back</source>
            <translation>待回拨</translation>
        </message>
        <message>
            <source>people</source>
            <translation>人</translation>
        </message>
        <message>
            <source>shifts</source>
            <translation>个</translation>
        </message>
        <message>
            <source>1 ended · 2 running · 3 to come</source>
            <translation>已结束 1 · 进行中 2 · 未开始 3</translation>
        </message>
        <message>
            <source>92 % confirmed</source>
            <translation>确认率 92%</translation>
        </message>
        <message>
            <source>2 shifts are not full</source>
            <translation>2 个班次未满</translation>
        </message>
        <message>
            <source>first at 14:40</source>
            <translation>最早 14:40 到点</translation>
        </message>
    </context>
    <context>
        <name>GalleryPage</name>
        <message>
            <source>Print</source>
            <translation>打印今日值守表</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>启动应急</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出 Excel</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Components</source>
            <translation>控件</translation>
        </message>
        <message>
            <source>Every component in its states</source>
            <translation>每个控件的各种状态</translation>
        </message>
        <message>
            <source>preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Moved out of the shift</source>
            <translation>已移出班次</translation>
        </message>
    </context>
    <context>
        <name>GridView</name>
        <message>
            <source>Week board</source>
            <translation>周排班表</translation>
        </message>
    </context>
    <context>
        <name>Header</name>
        <message>
            <source>Header</source>
            <translation>页头</translation>
        </message>
        <message>
            <source>Name / initials / phone tail</source>
            <translation>姓名 / 首字母 / 手机尾号</translation>
        </message>
        <message>
            <source>More actions</source>
            <translation>更多操作</translation>
        </message>
    </context>
    <context>
        <name>Help</name>
        <message>
            <source>Keys · {page}</source>
            <translation>快捷键 · {page}</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>On this page</source>
            <translation>本页</translation>
        </message>
        <message>
            <source>Everywhere</source>
            <translation>任何页面</translation>
        </message>
    </context>
    <context>
        <name>InlineBar</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>LaterQuestion</name>
        <message>
            <source>Minutes, or a time such as 1530</source>
            <translation>分钟数，或时间如 1530</translation>
        </message>
        <message>
            <source>{minutes} min</source>
            <translation>{minutes} 分</translation>
        </message>
        <message>
            <source>Call {name} back in how many minutes, or when?</source>
            <translation>{name}：几分钟后回拨，或几点？</translation>
        </message>
        <message>
            <source>Not a time: minutes such as 25, or 1530</source>
            <translation>看不懂：请写分钟数如 25，或时间如 1530</translation>
        </message>
        <message>
            <source>rings again at {time} · Enter</source>
            <translation>{time} 回拨 · 回车记录</translation>
        </message>
    </context>
    <context>
        <name>LeaderList</name>
        <message>
            <source>Leading today</source>
            <translation>今日带班</translation>
        </message>
    </context>
    <context>
        <name>Leaving</name>
        <message>
            <source>No printer was found.</source>
            <translation>没有找到打印机。</translation>
        </message>
        <message>
            <source>Save the sheet as PDF and print it on another PC.</source>
            <translation>可先另存为 PDF，再用其他电脑打印。</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>另存为 PDF</translation>
        </message>
        <message>
            <source>Printing</source>
            <translation>正在打印</translation>
        </message>
        <message>
            <source>Saved: {file}</source>
            <translation>已保存：{file}</translation>
        </message>
        <message>
            <source>This PC has no program for PDF files. Save the sheet and open it elsewhere.</source>
            <translation>这台电脑没有能打开 PDF 的程序。请另存后用其他电脑打开。</translation>
        </message>
        <message>
            <source>Sent to the printer.</source>
            <translation>已送往打印机。</translation>
        </message>
    </context>
    <context>
        <name>LockCover</name>
        <message>
            <source>Locked. Everything stays as it was.</source>
            <translation>已锁定，内容保持原样。</translation>
        </message>
    </context>
    <context>
        <name>LookPart</name>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Standard</source>
            <translation>标准</translation>
        </message>
        <message>
            <source>Large</source>
            <translation>大</translation>
        </message>
        <message>
            <source>Largest</source>
            <translation>特大</translation>
        </message>
        <message>
            <source>A short tone when a call-back is due</source>
            <translation>回拨到点时响一声</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>字号</translation>
        </message>
        <message>
            <source>Look and sound</source>
            <translation>外观与声音</translation>
        </message>
    </context>
    <context>
        <name>MessageKind</name>
        <message>
            <source>By telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Text message</source>
            <translation>短信</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>For the group</source>
            <translation>群公告</translation>
        </message>
    </context>
    <context>
        <name>MessagePanel</name>
        <message>
            <source>Kind of message</source>
            <translation>话术种类</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>话术</translation>
        </message>
        <message>
            <source>Copy for WeChat</source>
            <translation>复制到微信</translation>
        </message>
        <message>
            <source>{length} characters · {count} text messages</source>
            <translation>{length} 字 · 短信 {count} 条</translation>
        </message>
    </context>
    <context>
        <name>MonthField</name>
        <message>
            <source>e.g. 11, 2026-11</source>
            <translation>如 11、2026-11</translation>
        </message>
        <message>
            <source>This is no month.</source>
            <translation>认不出这个月份。</translation>
        </message>
    </context>
    <context>
        <name>MoreLine</name>
        <message>
            <source>Note (Tab)</source>
            <translation>备注（Tab 进入）</translation>
        </message>
        <message>
            <source>Note on this reply</source>
            <translation>这条答复的备注</translation>
        </message>
        <message>
            <source>Enter closes</source>
            <translation>回车完成</translation>
        </message>
        <message>
            <source>there in {minutes} min</source>
            <translation>预计 {minutes} 分钟到</translation>
        </message>
        <message>
            <source>digits: minutes until arrival</source>
            <translation>数字：几分钟后到</translation>
        </message>
        <message>
            <source>More on {who}</source>
            <translation>补充 {who}</translation>
        </message>
    </context>
    <context>
        <name>NamesPart</name>
        <message>
            <source>Enter or double click renames. The old name is still recognised in rosters.</source>
            <translation>回车或双击可改名；旧名称在导入名册时仍然认得。</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Community</source>
            <translation>社区</translation>
        </message>
        <message>
            <source>Teams and communities</source>
            <translation>队伍与社区</translation>
        </message>
        <message>
            <source>New name</source>
            <translation>新名称</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>改名</translation>
        </message>
        <message>
            <source>“{old}” is now “{new}”.</source>
            <translation>“{old}”已改为“{new}”。</translation>
        </message>
    </context>
    <context>
        <name>Navigation</name>
        <message>
            <source>Pages</source>
            <translation>页面导航</translation>
        </message>
        <message>
            <source>Volunteer duty</source>
            <translation>志愿应急值守</translation>
        </message>
    </context>
    <context>
        <name>NoCard</name>
        <message>
            <source>Ring once more</source>
            <translation>再呼一轮</translation>
        </message>
        <message>
            <source>End the call</source>
            <translation>结束召集</translation>
        </message>
        <message>
            <source>The next one can be rung at {time}, in {minutes} min.</source>
            <translation>下一位 {time} 可呼，还有 {minutes} 分。</translation>
        </message>
        <message>
            <source>Everybody was rung, still {count} short.</source>
            <translation>名单已呼完，仍差 {count} 人。</translation>
        </message>
        <message>
            <source>Everybody was rung, and enough are coming.</source>
            <translation>名单已呼完，人已够。</translation>
        </message>
        <message>
            <source>Choose somebody in the list, add a person (N), or ask further circles.</source>
            <translation>可在队列里选人、按 N 加人，或扩大范围。</translation>
        </message>
        <message>
            <source>Further people can be kept as standby.</source>
            <translation>还可以继续联系备勤人员。</translation>
        </message>
    </context>
    <context>
        <name>NoticeList</name>
        <message>
            <source>Nothing yet.</source>
            <translation>还没有通知。</translation>
        </message>
        <message>
            <source>Notification</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>通知</translation>
        </message>
    </context>
    <context>
        <name>OfficePart</name>
        <message>
            <source>Name</source>
            <translation>单位名称</translation>
        </message>
        <message>
            <source>Short name</source>
            <translation>简称</translation>
        </message>
        <message>
            <source>Duty telephone</source>
            <translation>值班电话</translation>
        </message>
        <message>
            <source>Office</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>The office's data are stored.</source>
            <translation>单位信息已保存。</translation>
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>Today</source>
            <translation>今日值守</translation>
        </message>
        <message>
            <source>Call desk</source>
            <translation>召集台</translation>
        </message>
        <message>
            <source>Call for the shift that is short now</source>
            <translation>当前缺人班次的召集</translation>
        </message>
        <message>
            <source>Print center</source>
            <translation>打印中心</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
    </context>
    <context>
        <name>PdfPreview</name>
        <message>
            <source>Preview</source>
            <translation>打印预览</translation>
        </message>
        <message>
            <source>Search the sheet</source>
            <translation>在表中查找</translation>
        </message>
        <message>
            <source>No sheet chosen yet.</source>
            <translation>还没有选择表样。</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>缩小</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Fit width</source>
            <translation>适合宽度</translation>
        </message>
        <message>
            <source>Whole page</source>
            <translation>整页</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>上一页</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>Page {page} of {count}</source>
            <translation>第 {page} / {count} 页</translation>
        </message>
        <message>
            <source>{count} found</source>
            <translation>找到 {count} 处</translation>
        </message>
    </context>
    <context>
        <name>PersonCard</name>
        <message>
            <source>Teams</source>
            <translation>队伍</translation>
        </message>
        <message>
            <source>Copy number</source>
            <translation>复制号码</translation>
        </message>
        <message>
            <source>Time since the number was copied</source>
            <translation>复制号码后的时间</translation>
        </message>
        <message>
            <source>Why this person</source>
            <translation>为什么是他</translation>
        </message>
        <message>
            <source>Optional: comes by car, 10 minutes late… (Tab)</source>
            <translation>可选：自带车、晚到 10 分钟…（Tab 进入）</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>No number</source>
            <translation>没有号码</translation>
        </message>
        <message>
            <source>Other number {number}</source>
            <translation>备用 {number}</translation>
        </message>
        <message>
            <source>dead number</source>
            <translation>停机或空号</translation>
        </message>
        <message>
            <source>wrong number</source>
            <translation>号码错误</translation>
        </message>
        <message>
            <source>missed three times in a row</source>
            <translation>连续 3 次未接</translation>
        </message>
        <message>
            <source>missed {count} times</source>
            <translation>未接 {count} 次</translation>
        </message>
        <message>
            <source>{age} years</source>
            <translation>{age} 岁</translation>
        </message>
        <message>
            <source>90 days: rung {rung}, answered {answered}, came {came}</source>
            <translation>近 90 天呼 {rung} 接 {answered} 来 {came}</translation>
        </message>
    </context>
    <context>
        <name>Presence</name>
        <message>
            <source>Did not come</source>
            <translation>未到岗</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>迟到</translation>
        </message>
        <message>
            <source>On the way</source>
            <translation>路上</translation>
        </message>
        <message>
            <source>Confirmed, not arrived</source>
            <translation>已确认未到</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>已到</translation>
        </message>
        <message>
            <source>Signed out</source>
            <translation>已签退</translation>
        </message>
        <message>
            <source>exp. {time}</source>
            <translation>预计 {time}</translation>
        </message>
        <message>
            <source>leads</source>
            <translation>带班</translation>
        </message>
    </context>
    <context>
        <name>PrintCenterPage</name>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>另存为 PDF</translation>
        </message>
        <message>
            <source>Open in the viewer</source>
            <translation>系统查看器</translation>
        </message>
        <message>
            <source>Print center</source>
            <translation>打印中心</translation>
        </message>
        <message>
            <source>What you see is what is printed</source>
            <translation>所见即所得：先生成 PDF，再预览和打印</translation>
        </message>
        <message>
            <source>Earlier or later month</source>
            <translation>上个月、下个月</translation>
        </message>
        <message>
            <source>Make the call sheet</source>
            <translation>生成通知单</translation>
        </message>
        <message>
            <source>Plan shifts</source>
            <translation>去排班</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Earlier month</source>
            <translation>上个月</translation>
        </message>
        <message>
            <source>Later month</source>
            <translation>下个月</translation>
        </message>
        <message>
            <source>No team has a shift in {month}/{year}.</source>
            <translation>{year} 年 {month} 月没有班次。</translation>
        </message>
        <message>
            <source>This team has no shift in {month}/{year}.</source>
            <translation>这支队伍 {year} 年 {month} 月没有班次。</translation>
        </message>
        <message>
            <source>No call is running and no shift of that day has people.</source>
            <translation>没有进行中的召集，那一天的班次也没有安排人。</translation>
        </message>
        <message>
            <source>Say what the sheet is for, then make it. Whole numbers are printed; that is logged.</source>
            <translation>填写用途后生成。号码完整印出，会写入操作日志。</translation>
        </message>
        <message>
            <source>Publish on the board</source>
            <translation>去发布</translation>
        </message>
    </context>
    <context>
        <name>Program</name>
        <message>
            <source>{office} (demo)</source>
            <translation>{office}（演示）</translation>
        </message>
        <message>
            <source>{name} ({role})</source>
            <translation>{name}（{role}）</translation>
        </message>
        <message>
            <source>Backing up</source>
            <translation>正在备份</translation>
        </message>
        <message>
            <source>Last backup {time}</source>
            <translation>最近备份 今天 {time}</translation>
        </message>
    </context>
    <context>
        <name>ProgressStrip</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>{title} {done:,} of {total:,}</source>
            <translation>{title} {done:,} / {total:,}</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>正在停止…</translation>
        </message>
    </context>
    <context>
        <name>QueuePanel</name>
        <message>
            <source>Not callable {count}</source>
            <translation>不可呼 {count}</translation>
        </message>
        <message>
            <source>Candidates</source>
            <translation>候选队列</translation>
        </message>
        <message>
            <source>Cannot be called</source>
            <translation>不可呼</translation>
        </message>
        <message>
            <source>Not callable</source>
            <translation>不可呼</translation>
        </message>
        <message>
            <source>Nobody here.</source>
            <translation>没有人员。</translation>
        </message>
        <message>
            <source>circle › place › fairness</source>
            <translation>本队 › 就近 › 均衡</translation>
        </message>
        <message>
            <source>To call</source>
            <translation>待呼</translation>
        </message>
        <message>
            <source>Again</source>
            <translation>回拨</translation>
        </message>
        <message>
            <source>Asked</source>
            <translation>已问</translation>
        </message>
        <message>
            <source>Call this person</source>
            <translation>呼叫此人</translation>
        </message>
        <message>
            <source>Put first</source>
            <translation>排到最前</translation>
        </message>
        <message>
            <source>Put last</source>
            <translation>排到最后</translation>
        </message>
    </context>
    <context>
        <name>ReasonQuestion</name>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Reason, such as: agreed with the team leader</source>
            <translation>如：已与队长说好</translation>
        </message>
        <message>
            <source>{name}: {found}. Not saved yet; with a reason it can be.</source>
            <translation>{name}：{found}。尚未保存，写明原因后可以安排。</translation>
        </message>
        <message>
            <source>A reason, or Esc</source>
            <translation>请写原因，或按 Esc</translation>
        </message>
        <message>
            <source>Enter saves · Esc does not</source>
            <translation>回车保存 · Esc 不保存</translation>
        </message>
    </context>
    <context>
        <name>Recent</name>
        <message>
            <source>there at {time}</source>
            <translation>预计 {time} 到</translation>
        </message>
        <message>
            <source>call back at {time}</source>
            <translation>{time} 回拨</translation>
        </message>
        <message>
            <source>{count} times now</source>
            <translation>第 {count} 次</translation>
        </message>
    </context>
    <context>
        <name>RecentPanel</name>
        <message>
            <source>Last replies</source>
            <translation>刚才的答复</translation>
        </message>
        <message>
            <source>More</source>
            <translation>补充</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Earlier replies</source>
            <translation>更早的答复</translation>
        </message>
        <message>
            <source>{count} calls for this shift</source>
            <translation>本班 {count} 次呼叫</translation>
        </message>
        <message>
            <source>Nobody has answered yet.</source>
            <translation>还没有答复。</translation>
        </message>
        <message>
            <source>Undo: {what}</source>
            <translation>撤销：{what}</translation>
        </message>
    </context>
    <context>
        <name>Reception</name>
        <message>
            <source> and {count} more</source>
            <translation> 等，另有 {count} 人</translation>
        </message>
        <message>
            <source>Sign in {count} people?</source>
            <translation>全部签到，共 {count} 人？</translation>
        </message>
        <message>
            <source>They are recorded as here from now on: {names}</source>
            <translation>以下人员将记为现在到岗：{names}</translation>
        </message>
        <message>
            <source>Sign in {count} people</source>
            <translation>签到 {count} 人</translation>
        </message>
        <message>
            <source>{name} signed in</source>
            <translation>{name} 已签到</translation>
        </message>
        <message>
            <source>Sign-in of {name} taken back</source>
            <translation>已撤销 {name} 的签到</translation>
        </message>
        <message>
            <source>{name} signed out</source>
            <translation>{name} 已签退</translation>
        </message>
        <message>
            <source>Sign-out of {name} taken back</source>
            <translation>已撤销 {name} 的签退</translation>
        </message>
    </context>
    <context>
        <name>RecoveryCodePage</name>
        <message>
            <source>I have written it down or printed it</source>
            <translation>我已抄下或打印</translation>
        </message>
        <message>
            <source>Open the program</source>
            <translation>打开程序</translation>
        </message>
        <message>
            <source>The data are encrypted. If all passwords are forgotten, only this code opens them. Lock it away with the office seal; nobody can make a new one for you.</source>
            <translation>数据是加密的。密码都忘了时，只有这个恢复码能打开。请与公章一起锁好；谁也不能替您补一个。</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>恢复码</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
    </context>
    <context>
        <name>RecoveryForm</name>
        <message>
            <source>Recovery code</source>
            <translation>恢复码</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>新密码</translation>
        </message>
        <message>
            <source>Set new password</source>
            <translation>设新密码并登录</translation>
        </message>
        <message>
            <source>Recovery code (on the printed sheet)</source>
            <translation>恢复码（在打印的那张纸上）</translation>
        </message>
    </context>
    <context>
        <name>ReplyKey</name>
        <message>
            <source>Coming</source>
            <translation>来</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>稍后</translation>
        </message>
        <message>
            <source>Not coming</source>
            <translation>不来</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>未接</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>已到</translation>
        </message>
        <message>
            <source>Standby</source>
            <translation>备勤</translation>
        </message>
    </context>
    <context>
        <name>ReplyKeys</name>
        <message>
            <source>Coming</source>
            <translation>来</translation>
        </message>
        <message>
            <source>Confirms</source>
            <translation>确认参加</translation>
        </message>
        <message>
            <source>Not coming</source>
            <translation>不来</translation>
        </message>
        <message>
            <source>Not asked again for this shift</source>
            <translation>不再呼本班</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>未接</translation>
        </message>
        <message>
            <source>Goes to the end of the queue</source>
            <translation>自动排到队尾</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>稍后</translation>
        </message>
        <message>
            <source>Sets a time to call back</source>
            <translation>设回拨时间</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>已到</translation>
        </message>
        <message>
            <source>Signs in now</source>
            <translation>直接签到</translation>
        </message>
        <message>
            <source>Standby</source>
            <translation>备勤</translation>
        </message>
        <message>
            <source>Kept in reserve</source>
            <translation>留作后备</translation>
        </message>
    </context>
    <context>
        <name>Role</name>
        <message>
            <source>Administrator</source>
            <translation>管理员</translation>
        </message>
        <message>
            <source>Duty operator</source>
            <translation>值守员</translation>
        </message>
        <message>
            <source>Viewer</source>
            <translation>只读</translation>
        </message>
    </context>
    <context>
        <name>RosterFile</name>
        <message>
            <source>The file is no longer there.</source>
            <translation>文件已不在原处。</translation>
        </message>
        <message>
            <source>The file is empty.</source>
            <translation>文件是空的。</translation>
        </message>
        <message>
            <source>The file is too large for a roster.</source>
            <translation>文件太大，不像名册。</translation>
        </message>
        <message>
            <source>The file holds no table.</source>
            <translation>文件里没有表格。</translation>
        </message>
        <message>
            <source>This is a text document, not a table.</source>
            <translation>这是文字文档，不是表格。</translation>
        </message>
        <message>
            <source>This is a picture or a PDF, not a table.</source>
            <translation>这是图片或 PDF，不是表格。</translation>
        </message>
        <message>
            <source>This is a web page saved under the name of a table.</source>
            <translation>这是以表格名义保存的网页。</translation>
        </message>
        <message>
            <source>This kind of spreadsheet cannot be read.</source>
            <translation>这种表格格式读不了。</translation>
        </message>
        <message>
            <source>The file is damaged or incomplete.</source>
            <translation>文件已损坏或不完整。</translation>
        </message>
        <message>
            <source>The file is protected by a password.</source>
            <translation>文件有密码保护。</translation>
        </message>
        <message>
            <source>The file unpacks to far more than a roster.</source>
            <translation>文件展开后过大，不像名册。</translation>
        </message>
        <message>
            <source>Cell {cell}, far outside, has something in it.</source>
            <translation>很远的单元格 {cell} 里有内容。</translation>
        </message>
        <message>
            <source>The table has too many rows.</source>
            <translation>表格行数太多。</translation>
        </message>
        <message>
            <source>The table has too many columns.</source>
            <translation>表格列数太多。</translation>
        </message>
        <message>
            <source>The file could not be read to its end.</source>
            <translation>文件没有读完就中断了。</translation>
        </message>
        <message>
            <source>Reading the file took too long.</source>
            <translation>读取时间过长，已停止。</translation>
        </message>
        <message>
            <source>Open it in WPS or Excel and save it as .xlsx, then choose that file.</source>
            <translation>请在 WPS 或 Excel 中打开，另存为 .xlsx 后再选择。</translation>
        </message>
        <message>
            <source>Choose the file again.</source>
            <translation>请重新选择文件。</translation>
        </message>
        <message>
            <source>Choose another file.</source>
            <translation>请换一个文件。</translation>
        </message>
        <message>
            <source>Split it by team or community.</source>
            <translation>请按队伍或社区拆分。</translation>
        </message>
        <message>
            <source>Copy its table into a spreadsheet first.</source>
            <translation>请先把其中的表格复制到电子表格里。</translation>
        </message>
        <message>
            <source>Ask for the roster as a spreadsheet.</source>
            <translation>请向对方要电子表格。</translation>
        </message>
        <message>
            <source>Remove the password in WPS or Excel, then try again.</source>
            <translation>请在 WPS 或 Excel 中去掉密码后重试。</translation>
        </message>
        <message>
            <source>Clear that cell, save, and try again.</source>
            <translation>请清空该单元格，保存后重试。</translation>
        </message>
        <message>
            <source>Keep only the columns of the roster.</source>
            <translation>请只保留名册的列。</translation>
        </message>
    </context>
    <context>
        <name>SavingMark</name>
        <message>
            <source>Saving…</source>
            <translation>正在保存…</translation>
        </message>
    </context>
    <context>
        <name>SearchBox</name>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Parts of the settings</source>
            <translation>设置分类</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Changes are stored at once</source>
            <translation>改动立即保存</translation>
        </message>
    </context>
    <context>
        <name>SheetChange</name>
        <message>
            <source>New shift</source>
            <translation>新增班次</translation>
        </message>
        <message>
            <source>Shift cancelled</source>
            <translation>取消班次</translation>
        </message>
        <message>
            <source>Shift moved</source>
            <translation>班次改时间</translation>
        </message>
        <message>
            <source>{name} joined</source>
            <translation>{name} 加入</translation>
        </message>
        <message>
            <source>{name} left</source>
            <translation>{name} 退出</translation>
        </message>
        <message>
            <source>{name} leads now</source>
            <translation>{name} 改为带班</translation>
        </message>
        <message>
            <source>{name} leads no more</source>
            <translation>{name} 不再带班</translation>
        </message>
        <message>
            <source>A person</source>
            <translation>已注销人员</translation>
        </message>
        <message>
            <source>{change}, on paper {before}</source>
            <translation>{change}，纸上是 {before}</translation>
        </message>
    </context>
    <context>
        <name>SheetFacts</name>
        <message>
            <source>Changes since the last print</source>
            <translation>上次打印后的变化</translation>
        </message>
        <message>
            <source>Duty telephones are printed whole. Printing and saving go into the log.</source>
            <translation>值班电话和带班电话完整印出。打印、保存会写入操作日志。</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Version {number}</source>
            <translation>第 {number} 版</translation>
        </message>
        <message>
            <source>{count} sheets, version {first}–{last}</source>
            <translation>{count} 张，第 {first}–{last} 版</translation>
        </message>
        <message>
            <source>{count} sheets, version {first}</source>
            <translation>{count} 张，第 {first} 版</translation>
        </message>
        <message>
            <source>Not printed or saved yet.</source>
            <translation>还没有打印或保存过。</translation>
        </message>
        <message>
            <source>The same as the last print.</source>
            <translation>与上次打印的内容相同。</translation>
        </message>
        <message>
            <source>Not the same as the last print; shifts and people are.</source>
            <translation>与上次打印不同；班次和人员没有变。</translation>
        </message>
        <message>
            <source>{count} changes since the last print:</source>
            <translation>上次打印后有 {count} 处变化：</translation>
        </message>
        <message>
            <source>{names} and {count} more</source>
            <translation>{names} 等，另有 {count} 人</translation>
        </message>
        <message>
            <source>{count} names cannot be printed whole, 〓 stands for the character: {names}</source>
            <translation>{count} 人的姓名印不全，缺字以〓代替：{names}</translation>
        </message>
        <message>
            <source>{count} places on this sheet are not published yet.</source>
            <translation>本表有 {count} 处安排还未发布。</translation>
        </message>
        <message>
            <source>{count} of {total} people to ring are on the sheet.</source>
            <translation>表上 {count} 人，待呼共 {total} 人。</translation>
        </message>
    </context>
    <context>
        <name>SheetList</name>
        <message>
            <source>Sheets</source>
            <translation>表样</translation>
        </message>
        <message>
            <source>Duty</source>
            <translation>值班</translation>
        </message>
        <message>
            <source>Monthly duty sheet</source>
            <translation>月值班表</translation>
        </message>
        <message>
            <source>A4 · a page per team and month</source>
            <translation>A4 竖 · 每队一月一张</translation>
        </message>
        <message>
            <source>Call-up</source>
            <translation>召集</translation>
        </message>
        <message>
            <source>Telephone call sheet</source>
            <translation>电话通知单</translation>
        </message>
        <message>
            <source>A4 · whole numbers, for a purpose</source>
            <translation>A4 竖 · 含完整号码</translation>
        </message>
    </context>
    <context>
        <name>SheetMaker</name>
        <message>
            <source>Making the sheet</source>
            <translation>正在生成</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>Search and commands</source>
            <translation>搜索与命令</translation>
        </message>
        <message>
            <source>Search on this page</source>
            <translation>在本页搜索</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Tells that all is saved</source>
            <translation>查看保存状态</translation>
        </message>
        <message>
            <source>Reload</source>
            <translation>重新载入</translation>
        </message>
        <message>
            <source>Next part of the window</source>
            <translation>下一区域</translation>
        </message>
        <message>
            <source>Previous part of the window</source>
            <translation>上一区域</translation>
        </message>
        <message>
            <source>Fold the navigation</source>
            <translation>折叠导航</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>放大字号</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>缩小字号</translation>
        </message>
        <message>
            <source>Standard text size</source>
            <translation>标准字号</translation>
        </message>
        <message>
            <source>Help for this page</source>
            <translation>本页帮助</translation>
        </message>
    </context>
    <context>
        <name>ShellActions</name>
        <message>
            <source>Already saved: every change is stored at once.</source>
            <translation>已自动保存，每次修改都立即存盘。</translation>
        </message>
    </context>
    <context>
        <name>ShiftCard</name>
        <message>
            <source>Shifts today</source>
            <translation>今日班次</translation>
        </message>
        <message>
            <source>Plan shifts</source>
            <translation>去排班</translation>
        </message>
        <message>
            <source>No shifts today.</source>
            <translation>今天没有班次。</translation>
        </message>
        <message>
            <source>Open the call desk</source>
            <translation>打开召集台</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>By time</source>
            <translation>按时间</translation>
        </message>
        <message>
            <source>Only short ones</source>
            <translation>只看缺人</translation>
        </message>
        <message>
            <source>By team</source>
            <translation>按队伍</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
    </context>
    <context>
        <name>SignInPage</name>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>Use the recovery code</source>
            <translation>忘记密码：用恢复码</translation>
        </message>
        <message>
            <source>Who is on duty?</source>
            <translation>谁在值守？</translation>
        </message>
        <message>
            <source>Enter the password.</source>
            <translation>请输入密码。</translation>
        </message>
        <message>
            <source>Opening the data…</source>
            <translation>正在打开数据…</translation>
        </message>
        <message>
            <source>Caps lock was pressed: mind upper and lower case.</source>
            <translation>刚按过大写锁定键，请注意大小写。</translation>
        </message>
    </context>
    <context>
        <name>StartPanel</name>
        <message>
            <source>Short shifts</source>
            <translation>缺人的班次</translation>
        </message>
        <message>
            <source>Start calling</source>
            <translation>开始召集</translation>
        </message>
        <message>
            <source>Look at today</source>
            <translation>看今日值守</translation>
        </message>
        <message>
            <source>No shift of the next days is short.</source>
            <translation>近几天没有缺人的班次。</translation>
        </message>
        <message>
            <source>Choose a shift; its candidates are ranked at once.</source>
            <translation>选一个班次，候选人员随即排好。</translation>
        </message>
    </context>
    <context>
        <name>Status</name>
        <message>
            <source>To call</source>
            <translation>待呼</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>已确认</translation>
        </message>
        <message>
            <source>On the way</source>
            <translation>路上</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>已到</translation>
        </message>
        <message>
            <source>Not coming</source>
            <translation>不来</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>未接</translation>
        </message>
        <message>
            <source>No-show</source>
            <translation>未到岗</translation>
        </message>
        <message>
            <source>Standby</source>
            <translation>备勤</translation>
        </message>
        <message>
            <source>Signed out</source>
            <translation>已签退</translation>
        </message>
        <message>
            <source>Full</source>
            <translation>已满</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>Not started</source>
            <translation>未开始</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>Reachable</source>
            <translation>可联系</translation>
        </message>
        <message>
            <source>Cannot be called</source>
            <translation>不可呼</translation>
        </message>
        <message>
            <source>Inactive</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Short by {count}</source>
            <translation>缺 {count} 人</translation>
        </message>
        <message>
            <source>Later {time}</source>
            <translation>稍后 {time}</translation>
        </message>
        <message>
            <source>Late {minutes} min</source>
            <translation>迟到 {minutes} 分</translation>
        </message>
        <message>
            <source>On leave until {day}</source>
            <translation>请假至 {day}</translation>
        </message>
        <message>
            <source>needed {needed}, confirmed {confirmed}, arrived {arrived}</source>
            <translation>需要 {needed}，确认 {confirmed}，到岗 {arrived}</translation>
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message>
            <source>Status bar</source>
            <translation>状态栏</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>F1 Help</source>
            <translation>F1 帮助</translation>
        </message>
        <message>
            <source>Last backup</source>
            <translation>最近备份</translation>
        </message>
        <message>
            <source>Signed in</source>
            <translation>当前用户</translation>
        </message>
        <message>
            <source>Saved {time}</source>
            <translation>已保存 {time}</translation>
        </message>
        <message>
            <source>Saves by itself</source>
            <translation>自动保存</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>正在保存…</translation>
        </message>
        <message>
            <source>Not saved · Try again</source>
            <translation>保存失败 · 重试</translation>
        </message>
        <message>
            <source>Signed in: {user}</source>
            <translation>当前用户：{user}</translation>
        </message>
        <message>
            <source>Notifications, {count} new</source>
            <translation>通知，{count} 条未读</translation>
        </message>
        <message>
            <source>Mon</source>
            <translation>周一</translation>
        </message>
        <message>
            <source>Tue</source>
            <translation>周二</translation>
        </message>
        <message>
            <source>Wed</source>
            <translation>周三</translation>
        </message>
        <message>
            <source>Thu</source>
            <translation>周四</translation>
        </message>
        <message>
            <source>Fri</source>
            <translation>周五</translation>
        </message>
        <message>
            <source>Sat</source>
            <translation>周六</translation>
        </message>
        <message>
            <source>Sun</source>
            <translation>周日</translation>
        </message>
    </context>
    <context>
        <name>SummaryCard</name>
        <message>
            <source>The call for {post} has ended</source>
            <translation>“{post}”召集已结束</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Back to the calls</source>
            <translation>返回召集台</translation>
        </message>
    </context>
    <context>
        <name>TeamKind</name>
        <message>
            <source>Volunteer team</source>
            <translation>志愿服务队</translation>
        </message>
        <message>
            <source>Emergency backbone</source>
            <translation>应急骨干</translation>
        </message>
        <message>
            <source>Professional team</source>
            <translation>专业力量</translation>
        </message>
        <message>
            <source>Recruited volunteers</source>
            <translation>招募志愿者</translation>
        </message>
    </context>
    <context>
        <name>Time</name>
        <message>
            <source>next day {time}</source>
            <translation>次日 {time}</translation>
        </message>
        <message>
            <source>{days} days later {time}</source>
            <translation>{days} 天后 {time}</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>明天</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>昨天</translation>
        </message>
        <message>
            <source>Mon</source>
            <translation>周一</translation>
        </message>
        <message>
            <source>Tue</source>
            <translation>周二</translation>
        </message>
        <message>
            <source>Wed</source>
            <translation>周三</translation>
        </message>
        <message>
            <source>Thu</source>
            <translation>周四</translation>
        </message>
        <message>
            <source>Fri</source>
            <translation>周五</translation>
        </message>
        <message>
            <source>Sat</source>
            <translation>周六</translation>
        </message>
        <message>
            <source>Sun</source>
            <translation>周日</translation>
        </message>
        <message>
            <source>{month}/{day}/{year} {weekday}</source>
            <translation>{year} 年 {month} 月 {day} 日 {weekday}</translation>
        </message>
    </context>
    <context>
        <name>TimeField</name>
        <message>
            <source>e.g. 1530</source>
            <translation>如 1530</translation>
        </message>
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>班次</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>Needed / confirmed / arrived</source>
            <translation>需要 / 确认 / 到岗</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Print duty sheet</source>
            <translation>打印值班表</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日值守</translation>
        </message>
        <message>
            <source>{day} · lunar {lunar}</source>
            <translation>{day} · 农历{lunar}</translation>
        </message>
        <message>
            <source>Open the call desk for the shift</source>
            <translation>打开该班次的召集台</translation>
        </message>
        <message>
            <source>Nothing waits.</source>
            <translation>没有待处理的事。</translation>
        </message>
        <message>
            <source>To do</source>
            <translation>待处理</translation>
        </message>
        <message>
            <source>Leading today</source>
            <translation>今日带班</translation>
        </message>
        <message>
            <source>Open the board</source>
            <translation>打开排班</translation>
        </message>
        <message>
            <source>Next 7 days</source>
            <translation>未来 7 天人员到位</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>队伍</translation>
        </message>
    </context>
    <context>
        <name>TodayTiles</name>
        <message>
            <source>Shifts today</source>
            <translation>今日班次</translation>
        </message>
        <message>
            <source>Needed / confirmed / arrived</source>
            <translation>需要 / 确认 / 到岗</translation>
        </message>
        <message>
            <source>Gap</source>
            <translation>缺口</translation>
        </message>
        <message>
            <source>To call back</source>
            <translation>待回拨</translation>
        </message>
        <message>
            <source>{ended} ended · {running} running · {upcoming} to come</source>
            <translation>已结束 {ended} · 进行中 {running} · 未开始 {upcoming}</translation>
        </message>
        <message>
            <source>{count} shifts not full</source>
            <translation>{count} 个班次未满</translation>
        </message>
        <message>
            <source>all shifts are full</source>
            <translation>班次均已满员</translation>
        </message>
        <message>
            <source>first at {time}</source>
            <translation>最早 {time} 到点</translation>
        </message>
        <message>
            <source>{percent}% confirmed</source>
            <translation>确认率 {percent}%</translation>
        </message>
    </context>
    <context>
        <name>Todo</name>
        <message>
            <source>{name} did not come, {minutes} min</source>
            <translation>{name} 未到岗 {minutes} 分钟</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>换人</translation>
        </message>
        <message>
            <source>{name} is {minutes} min late</source>
            <translation>{name} 迟到 {minutes} 分钟</translation>
        </message>
        <message>
            <source>Call again</source>
            <translation>重呼</translation>
        </message>
        <message>
            <source>{name} missed {count} times</source>
            <translation>{name} 未接 {count} 次</translation>
        </message>
        <message>
            <source>{post} · ask somebody else</source>
            <translation>{post} · 建议换人</translation>
        </message>
        <message>
            <source>{name} lost the place</source>
            <translation>{name} 的班次时间冲突</translation>
        </message>
        <message>
            <source>{post} was moved · ask again</source>
            <translation>{post} 已改时间 · 需重新询问</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>再问</translation>
        </message>
        <message>
            <source>{count} papers lapse within 30 days</source>
            <translation>{count} 份证件 30 天内到期</translation>
        </message>
        <message>
            <source>{kinds} · first on {day}</source>
            <translation>最早 {day} · {kinds}</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>{name} to be called back at {time}</source>
            <translation>{name} 约 {time} 回拨</translation>
        </message>
        <message>
            <source>due now</source>
            <translation>已到点</translation>
        </message>
        <message>
            <source>later</source>
            <translation>稍后</translation>
        </message>
        <message>
            <source>Call back</source>
            <translation>回拨</translation>
        </message>
    </context>
    <context>
        <name>TodoList</name>
        <message>
            <source>To do</source>
            <translation>待处理</translation>
        </message>
    </context>
    <context>
        <name>Unit</name>
        <message>
            <source>shifts</source>
            <translation>个</translation>
        </message>
        <message>
            <source>people</source>
            <translation>人</translation>
        </message>
    </context>
    <context>
        <name>WeekStrip</name>
        <message>
            <source>Next 7 days</source>
            <translation>未来 7 天人员到位</translation>
        </message>
        <message>
            <source>{day}: {confirmed} of {needed} confirmed</source>
            <translation>{day}，需要 {needed}，确认 {confirmed}</translation>
        </message>
    </context>
</TS>
