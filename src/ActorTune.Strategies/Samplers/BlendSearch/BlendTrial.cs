using ActorTune.Strategies.Samplers.Cfo;

namespace ActorTune.Strategies.Samplers.BlendSearch;

/// <summary>A trial that has not been judged yet.</summary>
/// <param name="Thread">The local search that it belongs to; 0 for the global one.</param>
/// <param name="Trial">The trial, as local searches see it.</param>
internal sealed record BlendTrial(int Thread, LocalTrial Trial);
