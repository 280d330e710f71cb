namespace ActorTune.Programs;

/// <summary>The checkpoint from which an attempt goes on.</summary>
/// <param name="Resource">The resource that the trial had spent when it was saved.</param>
/// <param name="Folder">The checkpoint's folder, to read and never to write in.</param>
public sealed record TrialResume(Resource Resource, string Folder);
