using ActorTune.Hocon;

namespace ActorTune.Cli.Reading;

/// <summary>Reads the section about the trial program.</summary>
internal static class ProgramReader
{
    internal static ProgramSpecification Read(HoconReader reader)
    {
        var program = new ProgramSpecification
        {
            Function = reader.OptionalString("function") ?? string.Empty,
            Command = [.. (reader.OptionalArray("command") ?? [])
                .Select(word => word.AsString()).OfType<string>()],
            Isolated = reader.OptionalBoolean("isolated") ?? false,
            Resumes = reader.OptionalBoolean("resumes") ?? false,
            Environment = [.. (reader.OptionalObject("environment")?.Members() ?? [])
                .Select(Variable).OfType<EnvironmentVariable>()],
            WorkingDirectory = reader.OptionalString("working-directory"),
            TimeLimit = reader.OptionalDuration("time-limit"),
            SilenceLimit = reader.OptionalDuration("silence-limit"),
            StopGrace = reader.OptionalDuration("stop-grace")
                ?? new ProgramSpecification().StopGrace,
        };
        reader.RefuseUnknown();
        return program;
    }

    private static EnvironmentVariable? Variable(HoconItem item)
    {
        if (item.Value is not HoconObject)
            return item.AsString() is { } value
                ? new EnvironmentVariable(item.Name, value, null)
                : null;
        HoconReader reader = item.AsObject()!;
        string reference = reader.RequiredString("secret");
        reader.RefuseUnknown();
        return new EnvironmentVariable(item.Name, null, reference);
    }
}
