# Meetings
meeting-not-found = There is no meeting M{ $number }. Send “/meeting list”.
meeting-no-title = A meeting about what? Example: /meeting tmr 8pm launch goal: choose product and price
meeting-title-long = The title has { $length } characters, { $most } is the most
