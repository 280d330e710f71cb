namespace ActorTune.Randomness;

public sealed class StreamNameTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("trial-seed")]
    [InlineData("tpe-2-kernel")]
    public void Name_OfTheRightForm_IsKept(string value)
    {
        StreamName name = new(value);
        Assert.Equal(value, name.Value);
        Assert.Equal(value, name.ToString());
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("-a", 0)]
    [InlineData("a-", 1)]
    [InlineData("a--b", 2)]
    [InlineData("Sampler", 0)]
    [InlineData("trial seed", 5)]
    [InlineData("stra\u00DFe", 4)]
    public void Name_OfAnotherForm_IsRefusedAtItsPosition(string value, int position)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new StreamName(value));
        Assert.Contains($"\"{value}\"", error.Message);
        Assert.Contains($"at position {position}", error.Message);
    }

    [Fact]
    public void Name_OfMoreThan64Characters_IsRefused()
    {
        Assert.Equal(64, new StreamName(new string('a', 64)).Value.Length);
        Assert.Throws<ArgumentException>(() => new StreamName(new string('a', 65)));
    }

    [Fact]
    public void Name_Null_IsRefused() =>
        Assert.Throws<ArgumentNullException>(() => new StreamName(null!));

    [Fact]
    public void Names_AreEqualByTheirCharacters()
    {
        StreamName again = new(string.Concat("samp", "ler"));
        Assert.Equal(StreamName.Sampler, again);
        Assert.Equal(StreamName.Sampler.GetHashCode(), again.GetHashCode());
        Assert.NotEqual(StreamName.Sampler, StreamName.Grid);
        Assert.NotEqual(StreamName.Sampler, default);
    }

    [Fact]
    public void KeyHash_IsFnv1A() =>
        Assert.Equal(0xE3B1CB6A3B48DF8FUL, StreamName.Sampler.KeyHash);
}
