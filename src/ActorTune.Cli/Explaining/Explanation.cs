using ActorTune.Cli.Output;
using ActorTune.Cli.Screens;

namespace ActorTune.Cli.Explaining;

/// <summary>Says a decision in sentences.</summary>
internal static class Explanation
{
    /// <summary>
    /// How many neighbours of the trial and of the cut-off are listed on each side.
    /// </summary>
    private const int Neighbours = 2;

    /// <summary>The decision, what it rests on, and the trials next to it in the rung.</summary>
    internal static string ToText(TrialDecision decision)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Event {decision.Entry.Sequence}, ");
        text.Append(Numbers.Date(decision.Entry.At)).Append(" UTC: ");
        text.Append(Sentence(decision)).Append('\n');
        AppendPeers(text, decision);
        if (decision.Reversal is { } reversal)
            text.Append("  ").Append(reversal.ToText(decision.Study, decision.Probe!.Value))
                .Append('\n');
        return text.ToString();
    }

    /// <summary>One or two sentences without the list of peers.</summary>
    internal static string Sentence(TrialDecision decision)
    {
        string unit = decision.Study.ResourceUnit;
        string trial = $"trial {decision.Trial}";
        return decision.Entry.Event switch
        {
            TrialSuggested suggested => $"{trial} was started{Until(suggested.Until, unit)}"
                + $"{Child(suggested, unit)}; its configuration came from "
                + $"{Origin(suggested.Origin)}: {suggested.Configuration}.",
            TrialReused reused => $"{trial} was not trained: the sampler suggested the "
                + $"configuration of trial {reused.Source.Trial}, and it has that one's result at "
                + $"{unit} {reused.Source.Resource}: {reused.Configuration}.",
            TrialRetried retried => $"{trial} got attempt {retried.Attempt.Number} "
                + $"{From(retried.From, unit)}{Until(retried.Until, unit)}"
                + $"{Said(decision.Message)}.",
            TrialPromoted promoted => $"{trial} was promoted{Until(promoted.Until, unit)} "
                + $"{From(promoted.From, unit)}. {Grounds(decision)}",
            TrialContinued continued =>
                $"{trial} went on{Until(continued.Until, unit)}. {Grounds(decision)}",
            TrialPaused => $"{trial} was paused at {unit} {decision.Resource}. {Grounds(decision)}",
            TrialStopped => $"{trial} was stopped at {unit} {decision.Resource}. "
                + Grounds(decision),
            TrialCompleted => $"{trial} was completed at {unit} {decision.Resource}. "
                + Grounds(decision),
            TrialFailed failed => $"{trial} failed at {unit} {decision.Resource}: its last attempt "
                + $"ended with {Numbers.Word(failed.End)}{Said(decision.Message)}, and no retry is "
                + "left.",
            TrialCancelled => $"{trial} was cancelled: a person asked for it.",
            _ => $"{trial}: {decision.Kind}.",
        };
    }

    private static string Grounds(TrialDecision decision)
    {
        DecisionReason reason = decision.Reason!;
        string metric = decision.Study.Objective.Metric;
        string own = reason.Value is { } value ? $"{metric} {Numbers.Value(value)}" : "no value";
        string name = reason.Rule.Split('/')[0];
        return name switch
        {
            "study-ended" => $"The study had ended{Ending(decision)} and it was not among the "
                + "trials that are trained to the full resource.",
            "finish-best" => $"Its {own} makes it one of the best "
                + $"{decision.Study.Stop.FinishBest} of a study that comes to its end; those are "
                + "trained to the full resource.",
            "drained" => "The study was coming to its end when it reached its decision point.",
            "program-ended" => $"Its program returned, with {own}.",
            _ when reason.Rung >= 0 => Standing(decision, reason, own),
            _ when reason.Value is null =>
                $"It went on from before the lowest rung ({reason.Rule}).",
            _ when reason.Cutoff is { } cutoff => $"Its {own} was compared with "
                + $"{Numbers.Value(cutoff)}, from {Numbers.Of(reason.Count, "trial")} "
                + $"({reason.Rule}).",
            _ => $"It had {own} ({reason.Rule}).",
        };
    }

    private static string Ending(TrialDecision decision) => decision.EndGrounds is { } grounds
        ? $" ({ProgressText.Reason(decision.EndReason, decision.Study, grounds)})"
        : "";

    private static string Standing(TrialDecision decision, DecisionReason reason, string own)
    {
        string level = decision.Level is { } at ? $" ({decision.Study.ResourceUnit} {at})" : "";
        string rank = decision.Rank is { } place
            ? $"ranks {Numbers.Ordinal(place)} of {reason.Count}"
            : $"stands among {reason.Count}";
        string kept = reason.Kept switch
        {
            _ when decision.Entry.Event is TrialCompleted => "which is the full resource",
            0 => "too few for any of them to go on",
            1 => "of which the best goes on",
            _ => $"of which the best {reason.Kept} go on",
        };
        string cutoff = reason.Cutoff is { } cut && decision.Entry.Event is not TrialCompleted
            ? $"; that takes {Numbers.Value(cut)}{SetBy(decision, reason, cut)}"
            : "";
        return $"At rung {reason.Rung}{level} its {own} {rank}, {kept}{cutoff} ({reason.Rule}).";
    }

    /// <summary>A quantile lies between two trials; other cut-offs are one trial's value.</summary>
    private static string SetBy(TrialDecision decision, DecisionReason reason, double cutoff)
    {
        if (reason.CutoffTrial is not { } trial)
            return "";
        bool isOwn = decision.Ranking.Any(entry =>
            entry.Trial == trial && entry.Value is { } value && value.Equals(cutoff));
        if (!isOwn)
            return $", between trial {trial} and the next";
        return trial == decision.Trial ? ", its own" : $", set by trial {trial}";
    }

    private static void AppendPeers(StringBuilder text, TrialDecision decision)
    {
        if (decision.Ranking.Count == 0)
            return;
        int own = decision.Rank ?? 1;
        int kept = Kept(decision);
        int last = -1;
        for (int rank = 1; rank <= decision.Ranking.Count; rank++)
        {
            bool isNear = rank == 1 || Math.Abs(rank - own) <= Neighbours
                || Math.Abs(rank - kept) < Neighbours;
            if (!isNear)
                continue;
            if (last > 0 && rank > last + 1)
                text.Append("    ...\n");
            last = rank;
            AppendPeer(text, decision, rank);
        }

        if (last < decision.Ranking.Count)
            text.Append("    ...\n");
    }

    private static void AppendPeer(StringBuilder text, TrialDecision decision, int rank)
    {
        RungEntry entry = decision.Ranking[rank - 1];
        string value = entry.Value is null ? "failed" : Numbers.Value(entry.Value);
        string note = (entry.IsPromoted ? "  went on" : "")
            + (rank == Kept(decision) ? "  last that goes on" : "");
        text.Append(CultureInfo.InvariantCulture,
            $"  {(entry.Trial == decision.Trial ? '>' : ' ')} {rank,3}. trial {entry.Trial}");
        text.Append(CultureInfo.InvariantCulture, $"  {value}{note}\n");
    }

    /// <summary>How many of the rung go on; nothing lies above the full resource.</summary>
    private static int Kept(TrialDecision decision) =>
        decision.Entry.Event is TrialCompleted ? 0 : decision.Reason!.Kept;

    private static string Until(Resource? until, string unit) =>
        until is { } level ? $" to run until {unit} {level}" : " to run to its program's end";

    private static string From(Checkpoint? from, string unit) => from is { } checkpoint
        ? $"from its checkpoint at {unit} {checkpoint.Resource}"
        : "without a checkpoint";

    private static string Child(TrialSuggested suggested, string unit)
    {
        if (suggested.Parent is not { } parent)
            return "";
        return $" as a child of trial {parent.Trial} (at {unit} {parent.Resource}) "
            + From(suggested.From, unit).Replace("its", "the", StringComparison.Ordinal);
    }

    private static string Said(string message) =>
        message.Length == 0 ? "" : $" ({message.Split('\n', 2)[0]})";

    private static string Origin(SuggestionOrigin origin) => origin switch
    {
        SuggestionOrigin.Sampler => "the sampler",
        SuggestionOrigin.Defaults => "the parameters' defaults",
        SuggestionOrigin.Scheduler => "the trial scheduler",
        _ => "a person",
    };
}
