using ActorTune.Spaces.Annotations;

namespace ActorTune.Tests.Spaces.Annotations;

public sealed class KebabCaseTests
{
    [Theory]
    [InlineData("LearningRate", "learning-rate")]
    [InlineData("learningRate", "learning-rate")]
    [InlineData("learning_rate", "learning-rate")]
    [InlineData("learning-rate", "learning-rate")]
    [InlineData("L1", "l1")]
    [InlineData("Beta2", "beta2")]
    [InlineData("UseSGDFirst", "use-sgd-first")]
    [InlineData("Layer2Units", "layer2-units")]
    [InlineData("X", "x")]
    public void Names_become_words_joined_by_dashes(string name, string expected) =>
        Assert.Equal(expected, KebabCase.Of(name));
}
