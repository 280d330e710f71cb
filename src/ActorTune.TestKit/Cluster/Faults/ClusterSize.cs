namespace ActorTune.TestKit.Cluster;

/// <summary>What a simulated cluster counted up to a study's end.</summary>
/// <param name="Events">Events of the journal.</param>
/// <param name="Messages">Messages between study and workers.</param>
/// <param name="Appends">Appends to the journal.</param>
/// <param name="Programs">Programs started.</param>
public readonly record struct ClusterSize(int Events, int Messages, int Appends, int Programs);
