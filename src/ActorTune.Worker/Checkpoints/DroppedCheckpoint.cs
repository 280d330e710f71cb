namespace ActorTune.Worker.Checkpoints;

/// <summary>
/// Deletes a checkpoint. Its name goes first: whoever finds it under its name finds it whole.
/// </summary>
internal static class DroppedCheckpoint
{
    internal static void Delete(string folder)
    {
        string dropped = folder + ".dropped";
        if (Directory.Exists(folder) && !Directory.Exists(dropped))
            Directory.Move(folder, dropped);
        if (Directory.Exists(dropped))
            Directory.Delete(dropped, recursive: true);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
