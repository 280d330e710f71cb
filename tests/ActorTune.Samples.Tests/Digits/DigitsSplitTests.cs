using ActorTune.Samples.Digits.Images;

namespace ActorTune.Samples.Tests.Digits;

public sealed class DigitsSplitTests
{
    [Fact]
    public void The_images_are_divided_60_20_20()
    {
        DigitsSplit split = DigitsSplit.Shared;

        Assert.Equal(1079, split.Training.Count);
        Assert.Equal(359, split.Validation.Count);
        Assert.Equal(359, split.Test.Count);
    }

    [Fact]
    public void Each_part_has_its_share_of_every_digit()
    {
        DigitsSplit split = DigitsSplit.Shared;

        for (int digit = 0; digit < 10; digit++)
        {
            int all = CountOf(split.Training) + CountOf(split.Validation) + CountOf(split.Test);
            Assert.InRange(CountOf(split.Validation), all * 0.2 - 1, all * 0.2 + 1);
            Assert.Equal(CountOf(split.Validation), CountOf(split.Test));

            int CountOf(LabelledImages images) =>
                Enumerable.Range(0, images.Count).Count(image => images.Label(image) == digit);
        }
    }

    [Fact]
    public void No_image_is_in_two_parts()
    {
        DigitsSplit split = DigitsSplit.Shared;
        string[] texts = [.. new[] { split.Training, split.Validation, split.Test }
            .SelectMany(part => Enumerable.Range(0, part.Count)
                .Select(image => string.Join(',', part.Pixels(image).ToArray())))];

        Assert.Equal(texts.Length, texts.Distinct().Count());
    }

    [Fact]
    public void Pixels_lie_between_zero_and_one()
    {
        LabelledImages images = DigitsSplit.Shared.Training;
        double[] pixels = [.. Enumerable.Range(0, images.Count)
            .SelectMany(image => images.Pixels(image).ToArray())];

        Assert.Equal(0, pixels.Min());
        Assert.Equal(1, pixels.Max());
    }
}
