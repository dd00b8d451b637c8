# The board, stages and moving tasks
kanban-title = 📋 Board of { $team }: { $count } to do{ $stuck ->
    [0] { "" }
   *[other] , ⛔ { $stuck } blocked
}
kanban-column = { $name } { $count }{ $full }{ $oldest }{ $stuck }{ $usual }
kanban-full = { " " }⚠️limit { $limit }
kanban-oldest = { " · " }oldest T{ $number } { $title } { $days }
kanban-stuck = { $count ->
    [1] { " · " }⛔ T{ $number } { $words }
   *[other] { " · " }⛔{ $count }, first T{ $number } { $words }
}
kanban-usual = { " · " }usually { $days } d
kanban-days = { $days ->
    [0] today
   *[other] { $days } d
}
kanban-lane = —{ $name }—
kanban-lane-empty = { $name }: no tasks
kanban-lane-short = { $name }: { $columns }
kanban-short = { $name } { $count }
kanban-short-full = { $name } { $count }⚠️
kanban-free = free: { $names }
kanban-bottleneck = Bottleneck: { $name } ({ $days } days on average)
kanban-nameless = workflow
kanban-note = Send “/kanban { $column }” for the tasks
kanban-empty = 📋 The board is empty: all is done 👍
kanban-empty-note = Give one: /task @fang 3 versions of the copy due Fri 18:00
kanban-of-tag = #{ $tag }
kanban-of-member = { $name }
kanban-list = 📋 { $name }: { $count ->
    [one] 1 task
   *[other] { $count } tasks
}
kanban-none = 📋 { $name }: no tasks now
kanban-item = { $column }T{ $number } { $title }{ $owners } · { $days }{ $stuck }
kanban-item-column = { $names } · { "" }
kanban-owners = { " " }{ $names }
kanban-nobody = { " " }nobody
kanban-item-stuck = { " " }⛔ { $words }
kanban-more = { $count } more not shown
kanban-how = Name one thing behind /kanban, for example: /kanban payment, /kanban @fang, /kanban #618

kanban-stages = 🧩 Stages (the number is how many tasks stand there)
kanban-flow = { $name }: { $stages }
kanban-stages-note = Move a task: /move T31 { $name }
kanban-no-stages = There are no stages of your own yet.
kanban-no-stages-note = Managers set them: /stages lead→quote→payment→delivery
kanban-set = ✅ The stages are set
kanban-went = Taken out: { $names }
kanban-set-note = Move a task: /move T31 { $name }
kanban-removed = ✅ Taken out: { $names }
kanban-limit = ✅ { $name } holds { $limit } at most, { $count } now. I will warn, not refuse.
kanban-limit-gone = ✅ { $name } has no limit any more.

kanban-moved = ✅ T{ $number } { $title }: { $before } → { $stage }
kanban-moved-in = ✅ T{ $number } { $title } → { $stage }
kanban-stepped = ✅ T{ $number } { $title }: { $before } → { $state }
kanban-done = 🎉 T{ $number } { $title }: { $before } → { $state }
kanban-over = ⚠️ { $name } has { $count } already, the limit is { $limit }
kanban-last-stage = That is the last step. When all is done: /done T{ $number }
kanban-to-accept = @{ $who }, please look. If it is good: /accept T{ $number }
kanban-follows = The next time is T{ $number }
kanban-follows-on = The next time is T{ $number }, { $day }
kanban-freed = T{ $number } { $title } can begin ({ $who })
kanban-freed-nobody = T{ $number } { $title } can begin, nobody has it yet
kanban-nearly = There is no “{ $name }”. Did you mean “{ $near }”?
kanban-undo = Undo

# When something cannot be done
kanban-unknown = There is no “{ $name }”. Your stages: { $known }; besides: todo, doing, review, done
kanban-none-known = There is no “{ $name }”. There are todo, doing, review and done; set your own like this: /stages lead→quote→payment
kanban-move-how = Which task, and where? Example: /move T31 quote
kanban-how-many = That is { $count } stages, but { $fewest } to { $most } are possible. Example: /stages lead→quote→payment
kanban-name-long = “{ $name }” is too long: a name has { $most } characters at most
kanban-name-twice = “{ $name }” is there twice. Keep one
kanban-name-taken = “{ $name }” is a stage of another workflow. Choose another name, such as “new{ $name }”
kanban-workflows-many = There can be { $most } workflows. Take one out first: /stages remove name
kanban-not-empty = { $count } in “{ $name }”, nothing was changed: { $named }{ $more ->
    [0] { "" }
   *[other] { " " }…
}. Move them first: /move T{ $first } { $goal }
kanban-not-empty-all = { $count } in “{ $name }”, nothing was changed: { $named }{ $more ->
    [0] { "" }
   *[other] { " " }…
}. Finish or move them first: /done T{ $first }
kanban-too-few = A workflow has { $fewest } stages at least: “{ $name }” stays
kanban-limit-range = The limit is 1 to { $most }. For none: /stages { $name } limit none
kanban-built-in = Every task has “{ $name }” anyway, it is no stage of your own. Send: /stages { $line }
kanban-built-in-all = Every task has todo, doing, review and done anyway. Write your own like this: /stages lead→quote→payment
kanban-state-already = T{ $number } is “{ task-state }” already
kanban-no-way-back = T{ $number } was begun and can't go back to the start. If that was a slip: /undo T{ $number }
kanban-no-acceptor = There is nobody else to accept T{ $number }. When it is done: /done T{ $number }

kanban-help-kanban = see where tasks stand
kanban-usage-kanban = /kanban [stage|workflow|@name|#tag]
kanban-example-kanban = /kanban payment
kanban-help-stages = see and set your own stages
kanban-usage-stages = /stages [workflow:]name→name…|/stages name limit 5|/stages remove name (managers set)
kanban-example-stages = /stages lead→quote→payment→delivery
kanban-help-move = move a task to another step
kanban-usage-move = /move task stage|todo|doing|review|done (or T31 -> payment)
kanban-example-move = /move T31 quote
