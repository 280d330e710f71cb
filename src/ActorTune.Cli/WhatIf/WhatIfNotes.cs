using ActorTune.Cli.Output;
using ActorTune.Simulation.WhatIf;

namespace ActorTune.Cli.WhatIf;

/// <summary>What must be said with the numbers of a replay.</summary>
internal sealed class WhatIfNotes(
    RecordedStudy study, WhatIfOptions asked, IReadOnlyList<WhatIfAnswer> answers)
{
    private const int DecisionsNamed = 5;

    internal ValueRange Range => asked.RangeIn(Specification);

    private StudySpecification Specification => study.Curves.Specification;

    /// <summary>How many trials measured what the range says cannot be.</summary>
    internal int OutsideCount => study.Curves.All.Count(curve =>
        Enumerable.Range(0, curve.Count).Any(at =>
            curve[at].Value < Range.Low || curve[at].Value > Range.High));

    internal IEnumerable<string> All() =>
    [
        .. OnBounds(),
        .. OnEstimates(),
        "It holds for the recorded configurations in their order only: a sampler that learns "
            + "would have proposed others.",
    ];

    private IEnumerable<string> OnBounds()
    {
        if (study.Curves.CutCount > 0)
            yield return Range.IsBounded
                ? "Two numbers are a bound: it holds for every completion of the cut curves within "
                    + $"{Numbers.Value(Range.Low)} to {Numbers.Value(Range.High)} that "
                    + "does not fail, each unseen unit taking the trial's recorded time."
                : "Two numbers are a bound. No range is declared, so unseen values may be "
                    + "anything: objective.range in the study's file or --range LOW,HIGH of "
                    + "whatif narrows it.";
        for (int i = 0; i < answers.Count; i++)
        {
            if (answers[i].Unseen.Count > 0)
                yield return Decisions(i, answers[i]);
        }

        if (OutsideCount is > 0 and var outside)
            yield return $"{Numbers.Of(outside, "trial")} measured values outside the range.";
    }

    private IEnumerable<string> OnEstimates()
    {
        if (asked.Draws > 0)
            yield return $"Estimate: medians and 90 % intervals of {Numbers.Count(asked.Draws)} "
                + "completions, each cut curve going on as a recorded one that was like it.";
        if (Specification.JudgesByOutcome)
            yield return $"Only {Specification.Objective.Metric} is looked at; constraints and "
                + "other objectives are not.";
        if (answers.Any(answer => answer.AsksForMore))
            yield return "The schedules would go on with more trials than were recorded; the "
                + "answer ends where these end.";
    }

    private string Decisions(int name, WhatIfAnswer answer)
    {
        string first = string.Join(", ", answer.Unseen.Take(DecisionsNamed).Select(decision =>
            $"{decision.Trial} at {Specification.ResourceUnit} {decision.Resource}"));
        string rest = answer.Unseen.Count > DecisionsNamed ? ", ..." : "";
        return answer.IsTraced
            ? $"{name}: {Numbers.Of(answer.Unseen.Count, "decision")} on unseen measurements, "
                + $"about trial {first}{rest}"
            : $"{name}: decisions are unknown from trial {first} on; what this rule does then is "
                + "not reasoned about, so all that follows may be anything.";
    }
}
