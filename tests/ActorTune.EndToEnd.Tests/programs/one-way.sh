# A trial program without the helper: it prints one report and ends.
echo '@actortune {"resource":9,"loss":1}'
