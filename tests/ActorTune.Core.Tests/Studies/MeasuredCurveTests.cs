using ActorTune.Studies;
using ActorTune.Trials;

namespace ActorTune.Core.Tests.Studies;

/// <summary>Measurements come back as they were taken in, whatever their resources.</summary>
public sealed class MeasuredCurveTests
{
    [Theory]
    [InlineData(new long[] { })]
    [InlineData(new long[] { 1 })]
    [InlineData(new long[] { 1, 2, 3, 4, 5, 6, 7 })]
    [InlineData(new long[] { 3 })]
    [InlineData(new long[] { 5, 10, 15, 20, 25 })]
    [InlineData(new long[] { 1, 2, 3, 9, 10 })]
    [InlineData(new long[] { 1, 3, 4 })]
    public void Measurements_ComeBackByPositionAndByResource(long[] resources)
    {
        var curve = new MeasuredCurve();
        for (int i = 0; i < resources.Length; i++)
        {
            curve.Add(new Resource(resources[i]), i / 8.0);
            curve.Trim();
        }

        Assert.Equal(resources.Length, curve.Count);
        for (int i = 0; i < resources.Length; i++)
        {
            Assert.Equal(new Resource(resources[i]), curve.ResourceAt(i));
            Assert.Equal(i, curve.PositionOf(new Resource(resources[i])));
            Assert.Equal(i / 8.0, curve.Values[i]);
        }

        for (long absent = 1; absent <= 26; absent++)
        {
            if (!resources.Contains(absent))
                Assert.Equal(-1, curve.PositionOf(new Resource(absent)));
        }
    }
}
