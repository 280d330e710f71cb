using ActorTune.Cli.Output;

namespace ActorTune.Cli.Conditions;

/// <summary>Finds what a path such as <c>trial(17).state</c> means.</summary>
internal static class TermReader
{
    internal const string Known =
        "best, incumbent, trial(N), trials, measurements, resource, rung(N), rung(BRACKET, N), "
        + "slots, phase, event, seconds";

    private const string TrialFields = "value, trial, state, resource, measurements, attempt";

    private static readonly string[] States = Words<TrialStatus>();
    private static readonly string[] Phases = Words<StudyPhase>();

    /// <summary>The term, or what is wrong with it.</summary>
    internal static (Term? Term, string? Problem) Read(TermPath path) => path.Name switch
    {
        "best" or "incumbent" => OfTrial(path, 0, study => study.Best),
        "trial" => OfTrial(path, 1, study => study.Trial(path.Numbers[0])),
        "rung" => OfRung(path),
        "trials" when path.Field is not null => OfStatus(path),
        _ => path.Numbers.Count > 0
            ? (null, $"'{path.Name}' takes no number")
            : OfStudy(path),
    };

    private static (Term? Term, string? Problem) OfStudy(TermPath path)
    {
        Func<StudyView, double?>? read = (path.Name, path.Field) switch
        {
            ("trials", null) => study => study.State.Trials.Count,
            ("measurements", null) => study => study.State.MeasurementCount,
            ("resource", null) => study => study.State.SpentResource,
            ("resource", "repeated") => study => study.State.RepeatedResource,
            ("slots", null) => study => study.State.Offers.Count,
            ("slots", "open") => study => study.State.OpenOffers.Count,
            ("phase", null) => study => (int)study.State.Phase,
            ("event", null) => study => study.State.Head.Value,
            ("seconds", null) => study => study.State.ActiveTime.TotalSeconds,
            _ => null,
        };
        return read is null
            ? (null, $"there is no term '{path.Text}'; there are {Known}")
            : (Term.Of(path.Text, path.Column, read, path.Name == "phase" ? Phases : null), null);
    }

    private static (Term? Term, string? Problem) OfTrial(
        TermPath path, int numbers, Func<StudyView, TrialState?> find)
    {
        if (path.Numbers.Count != numbers)
            return (null, numbers == 0
                ? $"'{path.Name}' takes no number"
                : $"'{path.Name}' takes a trial's number, as in {path.Name}(17).state");
        Func<TrialState, double?>? read = (path.Field ?? "value") switch
        {
            "value" => trial => trial.Value,
            "trial" => trial => trial.Number.Value,
            "state" => trial => (int)trial.Status,
            "resource" => trial => trial.Resource.Units,
            "measurements" => trial => trial.Count,
            "attempt" => trial => trial.Attempt.Number,
            _ => null,
        };
        if (read is null)
            return (null, $"a trial has no '{path.Field}'; it has {TrialFields}");
        return (Term.Of(
            path.Text,
            path.Column,
            study => find(study) is { } trial ? read(trial) : null,
            path.Field == "state" ? States : null), null);
    }

    private static (Term? Term, string? Problem) OfStatus(TermPath path)
    {
        int status = Array.IndexOf(States, path.Field);
        return status < 0
            ? (null, $"trials are not '{path.Field}' but {string.Join(", ", States)}")
            : (Term.Of(
                path.Text, path.Column, study => study.Count((TrialStatus)status), null), null);
    }

    private static (Term? Term, string? Problem) OfRung(TermPath path)
    {
        if (path.Numbers.Count is not (1 or 2))
            return (null, "'rung' takes its index, or its bracket and its index");
        Func<RungSummary, double?>? read = (path.Field ?? "count") switch
        {
            "count" => rung => rung.Count,
            "went-on" => rung => rung.Promoted,
            "level" => rung => rung.Level.Units,
            _ => null,
        };
        if (read is null)
            return (null, $"a rung has no '{path.Field}'; it has count, went-on, level");
        int index = path.Numbers[^1];
        int? bracket = path.Numbers.Count == 2 ? path.Numbers[0] : null;
        return (Term.Of(
            path.Text, path.Column, study => study.Rung(bracket, index) is { } rung
                ? read(rung)
                : null, null), null);
    }

    private static string[] Words<T>()
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => Numbers.Word(value))];
}
