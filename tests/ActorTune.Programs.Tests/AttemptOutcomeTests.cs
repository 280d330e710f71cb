using System.Runtime.InteropServices;

namespace ActorTune.Programs.Tests;

public sealed class AttemptOutcomeTests
{
    public static TheoryData<Exception, AttemptEnd> Exceptions => new()
    {
        { new ArithmeticException("odd"), AttemptEnd.Error },
        { new OutOfMemoryException(), AttemptEnd.OutOfMemory },
        { new TrialOutOfMemoryException("device full"), AttemptEnd.OutOfMemory },
        { new ExternalException("CUDA Out Of Memory."), AttemptEnd.OutOfMemory },
        { new ExternalException("no device"), AttemptEnd.Error },
        { new InvalidMeasurementException("no objective"), AttemptEnd.InvalidMeasurement },
        {
            new AggregateException(new ArithmeticException(), new OutOfMemoryException()),
            AttemptEnd.OutOfMemory
        },
    };

    [Theory]
    [MemberData(nameof(Exceptions), DisableDiscoveryEnumeration = true)]
    public void Exceptions_are_told_apart(Exception exception, AttemptEnd end) =>
        Assert.Equal(end, AttemptOutcome.Of(exception).End);

    [Fact]
    public void An_error_keeps_its_type_and_first_line()
    {
        AttemptOutcome outcome = AttemptOutcome.Of(new ArithmeticException("one\ntwo"));

        Assert.Equal("System.ArithmeticException: one", outcome.Error);
    }

    [Fact]
    public void A_cancellation_is_clean_only_when_it_was_asked_for()
    {
        var exception = new OperationCanceledException();

        Assert.Equal(AttemptEnd.Error, AttemptOutcome.Of(exception).End);
        Assert.Equal(
            AttemptOutcome.Returned,
            AttemptOutcome.Of(exception, new CancellationToken(canceled: true)));
    }
}
