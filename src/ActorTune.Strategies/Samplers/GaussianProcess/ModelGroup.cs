namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>Parameters that are active under the same conditions.</summary>
/// <param name="Representative">The position in the search space of one of them.</param>
/// <param name="Members">
/// Which parameters of the model are active wherever the group is: its own and those with fewer
/// conditions, by position in the model.
/// </param>
internal sealed record ModelGroup(int Representative, int[] Members);
