using ActorTune.Programs.Checkpoints;

namespace ActorTune.Programs;

public sealed partial class TrialContext
{
    private bool _wantsCheckpoint;

    /// <summary>
    /// Whether a checkpoint is due before the report at a resource: the trial waits for a decision
    /// there, or the engine asked for one. Never for a program that does not resume.
    /// </summary>
    /// <param name="resource">The resource of the report that comes next.</param>
    public bool ShouldSaveCheckpoint(long resource) => _assignment.Resumes
        && (_wantsCheckpoint || (Until is { } until && resource >= until.Units));

    /// <summary>
    /// Saves a checkpoint: calls the program to write it in a fresh folder, flushes every file to
    /// the disk, gives the folder its final name and announces it. A crash at any moment leaves
    /// either a whole checkpoint or none. Save it before the report at the same resource.
    /// </summary>
    /// <param name="resource">The resource that the trial has spent.</param>
    /// <param name="write">Writes files into the folder that it is given.</param>
    /// <param name="stop">Gives up; an unfinished checkpoint is left out of account.</param>
    /// <returns>A task that ends when the checkpoint is durable and announced.</returns>
    /// <exception cref="InvalidOperationException">
    /// The resource lies before the last report, or has a checkpoint of this attempt already.
    /// </exception>
    public async ValueTask SaveCheckpointAsync(
        long resource,
        Func<string, CancellationToken, Task> write,
        CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (resource < _resource.Units || resource == 0)
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"A checkpoint of trial {Trial} at {ResourceUnit} {resource} lies before "
                + $"{ResourceUnit} {_resource}, which it has reached: give the resource since "
                + $"the trial's beginning."));
        string folder = await CheckpointWriter.SaveAsync(Folder, resource, write, stop)
            .ConfigureAwait(false);
        await _channel.AnnounceCheckpointAsync(new Resource(resource), folder, stop)
            .ConfigureAwait(false);
        _wantsCheckpoint = false;
    }
}
