namespace ActorTune.Hosting;

/// <summary>A specification with what was chosen for its author.</summary>
/// <param name="Specification">The full specification.</param>
/// <param name="Choices">A sentence for each default that was chosen.</param>
public sealed record ResolvedDefinition(
    StudySpecification Specification, IReadOnlyList<string> Choices);
