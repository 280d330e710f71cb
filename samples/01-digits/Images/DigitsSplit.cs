using ActorTune.Randomness;

namespace ActorTune.Samples.Digits.Images;

/// <summary>
/// The images in three parts that never change: to train on, to choose by, and to judge the choice
/// by in the end. Each digit is divided 60 : 20 : 20.
/// </summary>
internal sealed record DigitsSplit(
    LabelledImages Training, LabelledImages Validation, LabelledImages Test)
{
    private const ulong Seed = 20_250_101;
    private static readonly StreamName Stream = new("digits-split");
    private static readonly Lazy<DigitsSplit> OnlyOne = new(() => Divide(DigitsReader.Read()));

    /// <summary>The split, read once in a process; it is only read from.</summary>
    internal static DigitsSplit Shared => OnlyOne.Value;

    private static DigitsSplit Divide(LabelledImages images)
    {
        var training = new List<int>();
        var validation = new List<int>();
        var test = new List<int>();
        for (int digit = 0; digit < LabelledImages.ClassCount; digit++)
        {
            int[] ofDigit = [.. Enumerable.Range(0, images.Count)
                .Where(image => images.Label(image) == digit)];
            RandomStream.For(Seed, Stream, 0, digit).Shuffle(ofDigit.AsSpan());
            int part = (ofDigit.Length + 2) / 5;
            test.AddRange(ofDigit[..part]);
            validation.AddRange(ofDigit[part..(2 * part)]);
            training.AddRange(ofDigit[(2 * part)..]);
        }

        return new DigitsSplit(
            images.Select(training), images.Select(validation), images.Select(test));
    }
}
