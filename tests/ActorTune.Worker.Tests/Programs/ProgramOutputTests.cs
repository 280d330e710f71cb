using System.Text;

namespace ActorTune.Worker.Tests.Programs;

public sealed class ProgramOutputTests : IDisposable
{
    private readonly ProcessBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Much_output_is_drained_and_kept_from_both_ends()
    {
        _bench.Options = new ProcessRunnerOptions { OutputLimitBytes = 2048 };
        (_, ProgramWatch watch) = _bench.Bash(
            """
            echo first
            head -c 50000000 /dev/zero | tr '\0' x
            echo '@actortune {"resource": 1, "loss": 1}'
            echo
            echo '@actortune {"resource": 2, "loss": 1}'
            echo last
            """);
        await watch.StartedAsync();
        long memory = GC.GetTotalMemory(forceFullCollection: true);

        Assert.Equal(2, await watch.ReportedAsync());
        Assert.Equal((AttemptEnd.Returned, ""), await watch.EndedAsync());
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) < memory + 5_000_000);
        string log = _bench.OutputLog;
        Assert.StartsWith("first\nxxx", log);
        Assert.EndsWith("\nlast\n", log);
        Assert.Contains("\n[actortune: 49998040 bytes of output are left out here]\nx", log);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(3, "abc")]
    [InlineData(10, "abcdefghij")]
    [InlineData(11, "abcde\n[actortune: 1 bytes of output are left out here]\nghijk")]
    [InlineData(26, "abcde\n[actortune: 16 bytes of output are left out here]\nvwxyz")]
    public void Log_keeps_head_and_tail(int length, string expected)
    {
        using var folder = new TemporaryFolder();
        for (int chunk = 1; chunk <= 26; chunk++)
        {
            using (var log = new OutputLog(folder.Of("log"), 10))
            {
                byte[] bytes = [.. Enumerable.Range('a', length).Select(letter => (byte)letter)];
                foreach (byte[] part in bytes.Chunk(chunk))
                    log.Write(part);
            }

            Assert.Equal(expected, File.ReadAllText(folder.Of("log")));
        }
    }

    [Fact]
    public void Lines_are_put_together_over_chunks_and_cut()
    {
        var heard = new List<string>();
        var lines = new OutputLines(
            4,
            (line, isCut) => heard.Add(Encoding.UTF8.GetString(line) + (isCut ? "+" : "")));

        foreach (string chunk in (string[])["ab", "c\n\nabcd\nabc", "de\n", "x", "\n"])
            lines.Add(Encoding.UTF8.GetBytes(chunk));

        Assert.Equal(["abc", "abcd", "abcd+", "x"], heard);
    }
}
