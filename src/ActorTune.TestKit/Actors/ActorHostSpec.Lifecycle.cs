using ActorTune.Actors;

namespace ActorTune.TestKit.Actors;

/// <content>Start, names and end.</content>
public static partial class ActorHostSpec
{
    private static async Task StartedBeforeMessages(SpecRun run)
    {
        var actor = run.Spawn("actor", () => run.Reporter());
        actor.Tell(new Note("hello"));
        SpecCheck.Sequence(
            ["started", "hello0"],
            await run.Seen.WhenCount(run.Harness, 2, "sign").ConfigureAwait(false),
            "signs of an actor that was told something at once");
    }

    private static async Task NamesAreUnique(SpecRun run)
    {
        var actor = run.Spawn("actor", () => run.Reporter());
        SpecCheck.Equal("/actor", actor.Path.ToString(), "path of a root actor");
        var error = SpecCheck.Throws<InvalidOperationException>(
            () => run.Spawn("actor", () => run.Reporter()), "a second root of the same name");
        SpecCheck.True(
            error.Message.Contains("/actor", StringComparison.Ordinal),
            "the error names /actor",
            error.Message);
        await run.InActor(actor, self =>
        {
            var child = self.Context.Spawn("child", () => run.Reporter());
            SpecCheck.Equal("/actor/child", child.Path.ToString(), "path of a child");
            SpecCheck.Throws<InvalidOperationException>(
                () => self.Context.Spawn("child", () => run.Reporter()),
                "a second child of the same name");
        }).ConfigureAwait(false);
    }

    private static async Task NameIsFreeAfterEnd(SpecRun run)
    {
        var root = run.Spawn("root", () => run.Reporter());
        run.Host.Stop(root);
        await run.UntilStopped(root).ConfigureAwait(false);
        var parent = run.Spawn("root", () => new SpecActor
        {
            Received = (self, _) =>
            {
                self.Context.Spawn("child", () => run.Reporter("second "));
            },
        });
        await run.InActor(parent, self =>
        {
            var child = self.Context.Spawn("child", () => new SpecActor());
            self.Context.Watch(child, new Note("gone"));
            self.Context.Stop(child);
        }).ConfigureAwait(false);
        await run.Seen.WhenSeen(run.Harness, "second started", "sign").ConfigureAwait(false);
        SpecCheck.Equal(0, run.Failures.Items.Count, "failures of the parent");
    }

    private static Task BadNamesAreRefused(SpecRun run)
    {
        string[] names = ["", "a/b", "a b", "$a", "\u00E9", new('x', ActorPath.MaxNameLength + 1)];
        foreach (var name in names)
        {
            SpecCheck.Throws<ArgumentException>(
                () => run.Spawn(name, () => run.Reporter()), $"the name '{name}'");
        }

        return Task.CompletedTask;
    }

    private static async Task StopEndsChildrenFirst(SpecRun run)
    {
        var root = SpawnTree(run, "root");
        await run.Seen.WhenCount(run.Harness, 3, "start").ConfigureAwait(false);
        run.Host.Stop(root);
        await run.UntilStopped(root).ConfigureAwait(false);
        SpecCheck.Sequence(
            ["root leaf stopped", "root child stopped", "root stopped"],
            run.Seen.Items.Where(IsEnd),
            "ends of a tree");
    }

    private static async Task StopAsyncEndsTree(SpecRun run)
    {
        string[] roots = ["one", "two"];
        foreach (var root in roots)
        {
            SpawnTree(run, root);
        }

        await run.Seen.WhenCount(run.Harness, 6, "start").ConfigureAwait(false);
        await run.Harness.WaitAsync(run.Host.StopAsync(), () => "the end of StopAsync")
            .ConfigureAwait(false);
        foreach (var root in roots)
        {
            SpecCheck.Sequence(
                [$"{root} leaf stopped", $"{root} child stopped", $"{root} stopped"],
                run.Seen.Items.Where(text =>
                    IsEnd(text) && text.StartsWith(root, StringComparison.Ordinal)),
                $"ends of the tree of {root}");
        }
    }

    private static async Task StopAsyncRefusesSpawn(SpecRun run)
    {
        run.Spawn("actor", () => run.Reporter());
        await run.Harness.WaitAsync(run.Host.StopAsync(), () => "the end of StopAsync")
            .ConfigureAwait(false);
        SpecCheck.Throws<InvalidOperationException>(
            () => run.Spawn("late", () => run.Reporter()), "a spawn after StopAsync");
        await run.Harness.WaitAsync(run.Host.StopAsync(), () => "the end of a second StopAsync")
            .ConfigureAwait(false);
    }

    private static async Task StopSelfHandlesNothingMore(SpecRun run)
    {
        var actor = run.Spawn("actor", () => run.Reporter());
        await run.InActor(actor, self =>
        {
            self.Self.Tell(new Note("before"));
            self.Context.Stop();
            self.Self.Tell(new ControlNote("after"));
        }).ConfigureAwait(false);
        await run.UntilStopped(actor).ConfigureAwait(false);
        SpecCheck.Sequence(
            ["started", "stopped"], run.Seen.Items, "signs of an actor that stopped itself");
    }

    private static async Task ParentStopsChild(SpecRun run)
    {
        var parent = run.Spawn("parent", () => run.Reporter("parent "));
        var child = await run.InActor(
            parent, self => self.Context.Spawn("child", () => run.Reporter("child ")))
            .ConfigureAwait(false);
        await run.InActor(parent, self => self.Context.Stop(child)).ConfigureAwait(false);
        await run.UntilStopped(child).ConfigureAwait(false);
        await run.InActor(parent, self => self.Context.Stop(child), "a second stop of the child")
            .ConfigureAwait(false);
    }

    private static async Task OnlyParentStopsChild(SpecRun run)
    {
        var parent = run.Spawn("parent", () => run.Reporter());
        var other = run.Spawn("other", () => run.Reporter());
        var child = await run.InActor(
            parent, self => self.Context.Spawn("child", () => run.Reporter()))
            .ConfigureAwait(false);
        SpecCheck.Throws<ArgumentException>(
            () => run.Host.Stop(child), "the host stops an actor that is no root");
        await run.InActor(other, self => SpecCheck.Throws<ArgumentException>(
            () => self.Context.Stop(child), "an actor stops the child of another"))
            .ConfigureAwait(false);
    }

    private static IActorRef<SpecMessage> SpawnTree(SpecRun run, string name) =>
        run.Spawn(name, () => Branch(run, $"{name} ", _ => Branch(run, $"{name} child ", _ =>
            Branch(run, $"{name} leaf ", null))));

    private static SpecActor Branch(
        SpecRun run, string name, Func<SpecActor, SpecActor>? child) => new()
        {
            Started = self =>
            {
                if (child is not null)
                {
                    self.Context.Spawn("child", () => child(self));
                }

                run.Seen.Add($"{name}started");
            },
            Stopped = _ => run.Seen.Add($"{name}stopped"),
        };

    private static bool IsEnd(string text) => text.EndsWith("stopped", StringComparison.Ordinal);
}
