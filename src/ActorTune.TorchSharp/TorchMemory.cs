using System.Runtime.InteropServices;

namespace ActorTune.TorchSharp;

/// <summary>What fits, what does not, and what to do then.</summary>
public static class TorchMemory
{
    private static readonly string[] Signs =
    [
        "out of memory", "can't allocate memory", "cannot allocate memory", "alloc_failed",
    ];

    /// <summary>How many bytes a module's parameters and buffers take.</summary>
    /// <param name="module">The module.</param>
    public static long BytesOf(nn.Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return module.parameters().Concat(module.buffers())
            .Sum(tensor => tensor.NumberOfElements * tensor.ElementSize);
    }

    /// <summary>
    /// Whether an error says that memory ran out: torch reports it as an error like any other, and
    /// only its text tells.
    /// </summary>
    /// <param name="error">The error.</param>
    public static bool IsOutOfMemory(Exception error) => error switch
    {
        OutOfMemoryException or TrialOutOfMemoryException => true,
        ExternalException => Array.Exists(
            Signs, sign => error.Message.Contains(sign, StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };

    /// <summary>
    /// Frees what nobody refers to any more, so that the next trial on the device finds room.
    /// </summary>
    public static void Free()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        if (cuda.is_available())
            cuda.synchronize();
    }
}
