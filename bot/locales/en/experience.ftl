# What members learned.
experience-ask-first = 🎉 #S{ $number } { $amount }, your first order here, well done!
experience-ask-big = 🔥 #S{ $number } { $amount }, far more than your usual order!
experience-ask = What did you do right?
experience-ask-note = Reply to this card in a sentence (with a #tag if you like) and the team can learn from it; no need to if you would rather not
experience-no = Fine, another time.

experience-kept = 💡 Kept as #X{ $number }: { $words }
experience-about = { $sale ->
    [0] { $tags }
   *[other] { $tags }about #S{ $sale }
}
experience-kept-note = Thanks for sharing! To take it back: /drop X{ $number }
experience-button-drop = Take back
experience-button-thank = Helpful
experience-one = 💡 #X{ $number } { $name }: { $words }
experience-helped = { $date }{ $count ->
    [0] { "" }
    [one] { " " }· helped { $count } person
   *[other] { " " }· helped { $count } people
}
experience-line = #X{ $number } { $name }: { $words }{ $tags }{ $thanks ->
    [0] { "" }
   *[other] { " " }👍{ $thanks }
}
experience-newest = 💡 What we learned, the newest { $count }
experience-found = 💡 What we learned about “{ $words }”
experience-more = …and { $count } more, add a word to the search
experience-list-note = X{ $number } shows it in full, /thank X{ $number } says it helped, /experience moments searches
experience-thanks = 👏 Thanks to { $name } for #X{ $number }, which helped { $count ->
    [one] { $count } person
   *[other] { $count } people
}
experience-dropped = Taken back #X{ $number }: { $words }

experience-other-team = That order is of your other team: send /experience and your words in that group
experience-none = Nothing yet. Write the first: /experience let them try it before naming the price #objections
experience-no-hit = Nothing about “{ $words }”. To keep something, say more: /experience let them try it before naming the price #objections
experience-empty = Keep what? For example: /experience let them try it before naming the price #objections
experience-long = That is { $length } characters, at most { $most } fit
experience-same = You kept this already as #X{ $number }
experience-not-found = There is no X{ $number }. Send /experience to see some.
experience-not-yours = X{ $number } is not yours: its author or a lead can take it back
experience-own = X{ $number } is your own, let others say thanks 😄
experience-thanked = You said thanks for X{ $number } already, it helped { $count } so far
experience-which = Which one? For example: /thank X3

experience-help-experience = keep what you learned, or find what others did
experience-usage-experience = /experience a sentence [#tag] [#S27]; /experience moments to search; /experience for the newest
experience-example-experience =
    /experience let them try it before naming the price #objections
    /experience #objections
    X3
experience-help-thank = say that an experience helped
experience-usage-thank = /thank X3
experience-example-thank = /thank X3
experience-help-drop = take an experience back
experience-usage-drop = /drop X3
experience-example-drop = /drop X3
