namespace ActorTune.TorchSharp.Tests;

/// <summary>A folder that is gone with its test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("torch").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
