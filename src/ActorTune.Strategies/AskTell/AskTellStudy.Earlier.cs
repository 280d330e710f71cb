using ActorTune.Studies.Events;

namespace ActorTune.AskTell;

/// <content>What it takes over from other studies.</content>
public sealed partial class AskTellStudy
{
    /// <summary>
    /// Lets the sampler start from the trials of an earlier study, as far as they fit this one's
    /// search space. They become a part of <see cref="Entries"/>.
    /// </summary>
    /// <param name="earlier">The earlier study.</param>
    /// <returns>What was taken over.</returns>
    /// <exception cref="AskTellException">
    /// A trial was started already, or this study has several objectives.
    /// </exception>
    public EarlierTrials StartFrom(StudyState earlier)
    {
        Demand(State.Trials.Count == 0, "a study starts from earlier ones before its first trial");
        Demand(
            State.Specification.Objectives.Count == 1,
            "a study with several objectives starts from no earlier one");
        var found = EarlierTrials.Find(earlier, State.Specification.SearchSpace);
        foreach (TrialImported imported in found.Trials)
            Record(imported);
        return found;
    }
}
