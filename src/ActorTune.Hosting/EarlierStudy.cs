namespace ActorTune.Hosting;

/// <summary>An earlier study whose trials a new one starts from.</summary>
/// <param name="Study">Its name.</param>
/// <param name="Journal">
/// The journal file that has it; null: the journal of the new study.
/// </param>
public sealed record EarlierStudy(StudyId Study, string? Journal = null);
