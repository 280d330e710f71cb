using System.Globalization;
using System.Security.Cryptography;
using ActorTune.Samples.Digits.Training;

namespace ActorTune.Samples.Digits.Checkpoints;

/// <summary>
/// A training in one file, little-endian: the text DIGITS and a version, how many weights and
/// moments there are, the epoch, the optimizer's steps, the weights, each moment, and the SHA-256
/// of all that.
/// </summary>
internal static class DigitsCheckpoint
{
    internal const string FileName = "network.bin";
    private const int Version = 1;
    private const int HashBytes = 32;
    private static readonly byte[] Magic = "DIGITS"u8.ToArray();

    /// <summary>Writes a training's state into a folder.</summary>
    internal static async Task WriteAsync(string folder, Trainer trainer, CancellationToken stop)
    {
        using var buffer = new MemoryStream();
        using (var writer = new BinaryWriter(buffer, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(Version);
            writer.Write(trainer.Network.Weights.Length);
            writer.Write(trainer.Optimizer.Moments.Count);
            writer.Write(trainer.Epoch);
            writer.Write(trainer.Optimizer.StepCount);
            foreach (double[] numbers in Arrays(trainer))
            {
                foreach (double number in numbers)
                    writer.Write(number);
            }
        }

        byte[] hash = SHA256.HashData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        buffer.Write(hash);
        await File.WriteAllBytesAsync(Path.Combine(folder, FileName), buffer.ToArray(), stop)
            .ConfigureAwait(false);
    }

    /// <summary>Gives a fresh trainer the state in a folder.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or of another network.</exception>
    internal static void Read(string folder, Trainer trainer)
    {
        string path = Path.Combine(folder, FileName);
        byte[] file = File.ReadAllBytes(path);
        if (file.Length < Magic.Length + HashBytes || !file.AsSpan().StartsWith(Magic))
            throw Refused(path, "it is no checkpoint of this sample");
        ReadOnlySpan<byte> content = file.AsSpan(0, file.Length - HashBytes);
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(file.AsSpan(content.Length)))
            throw Refused(path, "its checksum is wrong, so it is damaged");
        using var reader = new BinaryReader(
            new MemoryStream(file, Magic.Length, content.Length - Magic.Length));
        Restore(path, reader, trainer);
    }

    private static void Restore(string path, BinaryReader reader, Trainer trainer)
    {
        Require(path, "version", reader.ReadInt32(), Version);
        Require(path, "number of weights", reader.ReadInt32(), trainer.Network.Weights.Length);
        Require(path, "number of moments", reader.ReadInt32(), trainer.Optimizer.Moments.Count);
        trainer.Epoch = reader.ReadInt32();
        trainer.Optimizer.StepCount = reader.ReadInt64();
        foreach (double[] numbers in Arrays(trainer))
        {
            for (int i = 0; i < numbers.Length; i++)
                numbers[i] = reader.ReadDouble();
        }
    }

    private static IEnumerable<double[]> Arrays(Trainer trainer) =>
        trainer.Optimizer.Moments.Prepend(trainer.Network.Weights);

    private static void Require(string path, string what, int found, int expected)
    {
        if (found != expected)
            throw Refused(path, string.Create(
                CultureInfo.InvariantCulture, $"its {what} is {found}, expected {expected}"));
    }

    private static InvalidDataException Refused(string path, string reason) =>
        new($"The checkpoint '{path}' cannot be resumed from: {reason}. Start the trial anew.");
}
