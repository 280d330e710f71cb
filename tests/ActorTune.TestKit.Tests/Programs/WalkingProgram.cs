using System.Globalization;
using ActorTune.Programs;

namespace ActorTune.TestKit.Programs;

/// <summary>A small program that keeps every rule; the planted ones break one each.</summary>
internal class WalkingProgram : ITrialProgram
{
    private const int Epochs = 4;
    private const string FileName = "walk.txt";

    public async Task RunAsync(TrialContext trial, CancellationToken stop)
    {
        var walk = new Walk { Speed = trial.Seed };
        if (trial.Resume is { } resume)
            Load(walk, resume);
        while (walk.Epoch < Epochs)
        {
            await CheckAsync(stop);
            Train(walk);
            TrialInstruction next = await EpochAsync(trial, walk, stop);
            if (Ends(next))
                return;
        }
    }

    protected virtual Task CheckAsync(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return Task.CompletedTask;
    }

    protected virtual void Train(Walk walk)
    {
        walk.Epoch++;
        walk.Place += walk.Speed;
        walk.Speed *= 0.5;
    }

    protected virtual async Task<TrialInstruction> EpochAsync(
        TrialContext trial, Walk walk, CancellationToken stop)
    {
        if (Saves(trial, walk.Epoch))
            await SaveAsync(trial, walk);
        return await trial.ReportAsync(walk.Epoch, "loss", walk.Place, stop);
    }

    protected virtual bool Ends(TrialInstruction next) => next != TrialInstruction.Continue;

    protected virtual bool Saves(TrialContext trial, long epoch) =>
        trial.ShouldSaveCheckpoint(epoch);

    protected virtual string Text(TrialContext trial, Walk walk) => string.Create(
        CultureInfo.InvariantCulture, $"{walk.Epoch} {walk.Place:R} {walk.Speed:R}");

    protected virtual void Load(Walk walk, TrialResume resume)
    {
        string[] words = File.ReadAllText(Path.Combine(resume.Folder, FileName)).Split(' ');
        walk.Epoch = int.Parse(words[0], CultureInfo.InvariantCulture);
        walk.Place = double.Parse(words[1], CultureInfo.InvariantCulture);
        walk.Speed = double.Parse(words[2], CultureInfo.InvariantCulture);
    }

    protected ValueTask SaveAsync(TrialContext trial, Walk walk) => trial.SaveCheckpointAsync(
        walk.Epoch,
        (folder, stop) => File.WriteAllTextAsync(
            Path.Combine(folder, FileName), Text(trial, walk), stop));

    internal sealed class Walk
    {
        internal int Epoch { get; set; }

        internal double Place { get; set; }

        internal double Speed { get; set; }
    }
}
