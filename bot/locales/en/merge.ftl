# Merging two tasks
merge-itself = T{ $number } is itself: there is nothing to merge
merge-recurring = T{ $drop } comes again and can't go into T{ $keep }. Merge the other way round, or end its series first
merge-customers = T{ $keep } is for { $one } and T{ $drop } for { $two }: they were not merged
merge-changed = T{ $other } was changed after the merge, so T{ $number } can't be taken apart. Undo the later changes of T{ $other } first
