namespace ActorTune.Worker;

/// <summary>
/// Where attempts keep their files: <c>root/study/trial-3/attempt-2/checkpoint-9</c>. A
/// checkpoint's name is all that is needed to find it.
/// </summary>
/// <param name="Root">The folder of all studies.</param>
public sealed record TrialFolders(string Root)
{
    /// <summary>The folder of an attempt.</summary>
    public string Of(StudyId study, AttemptId attempt) => Path.Combine(
        Root,
        study.Name,
        string.Create(CultureInfo.InvariantCulture, $"trial-{attempt.Trial.Value}"),
        string.Create(CultureInfo.InvariantCulture, $"attempt-{attempt.Number}"));

    /// <summary>The folder of a checkpoint.</summary>
    public string Of(StudyId study, Checkpoint checkpoint) => Path.Combine(
        Of(study, checkpoint.Attempt),
        string.Create(CultureInfo.InvariantCulture, $"checkpoint-{checkpoint.Resource.Units}"));
}
