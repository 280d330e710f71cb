using ActorTune.Cli.Output;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ActorTune.Cli.Screens;

/// <summary>One picture of a running study.</summary>
internal static class LivePicture
{
    private const int BarWidth = 24;
    private const int MostSlots = 16;
    private const int MostRungs = 16;

    internal static IRenderable Of(
        StudyProgress progress,
        TimeLeft left,
        IReadOnlyList<string> messages,
        bool isReplayed = false)
    {
        if (progress.State.Phase == StudyPhase.Empty)
            return new Text("Starting.");
        var rows = new List<IRenderable>
        {
            Head(progress, left),
            new Markup($"[bold]best[/]  {Markup.Escape(ProgressText.Best(progress))}"),
        };
        if (progress.Best is { } best)
            rows.Add(new Text("      " + best.Configuration));
        rows.Add(Slots(progress.State));
        if (progress.State.Scheduler.Rungs() is { Count: > 0 } rungs)
            rows.Add(Rungs(rungs, progress.State.Specification.ResourceUnit));
        rows.AddRange(messages.Select(message => new Text(message)));
        if (progress.State.Phase != StudyPhase.Finished && !isReplayed)
            rows.Add(new Markup("[grey]Ctrl-C pauses the study; twice stops it at once.[/]"));
        return new Rows(rows);
    }

    private static Markup Head(StudyProgress progress, TimeLeft left)
    {
        StudyState state = progress.State;
        string rate = ProgressText.Rate(progress);
        string rest = left.Estimate(progress) is { } time
            ? $", about {Numbers.Time(time)} left"
            : "";
        return new Markup($"[bold]{Markup.Escape(state.Specification.Study.Name)}[/]  "
            + Markup.Escape($"{Numbers.Word(state.Phase)}, {Numbers.Time(state.ActiveTime)}{rest}  "
                + $"{ProgressText.Counts(state)}  {ProgressText.Spent(state)}  {rate}"));
    }

    private static Table Slots(StudyState state)
    {
        Table table = Plain("slot", "trial", state.Specification.ResourceUnit, "", "value");
        foreach (OfferState offer in state.Offers.Values
            .OrderBy(offer => offer.Worker.Name, StringComparer.Ordinal)
            .ThenBy(offer => offer.Slots[0])
            .Take(MostSlots))
        {
            string slot = $"{offer.Worker} {string.Join(",", offer.Slots)}";
            if (offer.Trial is not { } number)
            {
                table.AddRow(new Text(slot), new Text("free"));
                continue;
            }

            TrialState trial = state.Trial(number);
            Resource? goal = trial.Until ?? state.Specification.MaxResource;
            table.AddRow(
                new Text(slot),
                new Text(number.ToString()),
                new Text($"{trial.Resource}/{goal?.ToString() ?? "?"}"),
                Bar(trial.Resource.Units, goal?.Units ?? 0),
                new Text(Numbers.Value(trial.Value)));
        }

        return table;
    }

    private static Table Rungs(IReadOnlyList<RungSummary> rungs, string unit)
    {
        Table table = Plain("rung", unit, "trials", "", "went on");
        int most = Math.Max(1, rungs.Max(rung => rung.Capacity ?? rung.Count));
        RungSummary[] shown = rungs.Count <= MostRungs
            ? [.. rungs]
            : [.. rungs.Where(rung => rung.Count > 0).TakeLast(MostRungs)];
        foreach (RungSummary rung in shown)
            table.AddRow(
                new Text($"{rung.Bracket}/{rung.Rung}"),
                new Text(rung.Level.ToString()),
                new Text(rung.Capacity is { } capacity
                    ? $"{rung.Count}/{capacity}"
                    : Numbers.Count(rung.Count)),
                Bar(rung.Count, rung.Capacity ?? most),
                new Text(Numbers.Count(rung.Promoted)));
        return table;
    }

    private static Table Plain(params string[] heads)
    {
        Table table = new Table().Border(TableBorder.None);
        foreach (string head in heads)
            table.AddColumn(new TableColumn(new Markup($"[grey]{Markup.Escape(head)}[/]")));
        return table;
    }

    private static Markup Bar(long done, long of)
    {
        int full = of <= 0 ? 0 : (int)Math.Clamp(done * BarWidth / of, 0, BarWidth);
        return new Markup($"[green]{new string('█', full)}[/]"
            + $"[grey]{new string('░', BarWidth - full)}[/]");
    }
}
