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
        DemandNew();
        return Take(EarlierTrials.Find(earlier, State.Specification.SearchSpace));
    }

    /// <summary>
    /// Lets the sampler start from trials of which no study exists, as far as they fit this one's
    /// search space. They are ranked among each other by this study's objective and constraints.
    /// </summary>
    /// <param name="earlier">The trials.</param>
    /// <param name="source">A name for where they come from.</param>
    /// <returns>What was taken over.</returns>
    /// <exception cref="AskTellException">
    /// A trial was started already, or this study has several objectives.
    /// </exception>
    public EarlierTrials StartFrom(IReadOnlyList<EarlierTrial> earlier, StudyId source)
    {
        DemandNew();
        return Take(EarlierTrials.Find(source, earlier, State.Specification));
    }

    private void DemandNew()
    {
        Demand(State.Trials.Count == 0, "a study starts from earlier ones before its first trial");
        Demand(
            State.Specification.Objectives.Count == 1,
            "a study with several objectives starts from no earlier one");
    }

    private EarlierTrials Take(EarlierTrials found)
    {
        foreach (TrialImported imported in found.Trials)
            Record(imported);
        return found;
    }
}
