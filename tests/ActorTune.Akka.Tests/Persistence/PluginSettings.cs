using System.Globalization;

namespace ActorTune.Akka.Tests.Persistence;

/// <summary>Where Akka.Persistence keeps events in tests.</summary>
internal static class PluginSettings
{
    public const string InMemory = TestSettings.Quiet + """

        akka.persistence.journal.plugin = "akka.persistence.journal.inmem"
        """;

    public static string Sqlite(string file) => TestSettings.Quiet + string.Create(
        CultureInfo.InvariantCulture,
        $$"""

        akka.persistence.journal {
          plugin = "akka.persistence.journal.sqlite"
          sqlite {
            class = "Akka.Persistence.Sqlite.Journal.SqliteJournal, Akka.Persistence.Sqlite"
            connection-string = "Data Source={{file}}"
            auto-initialize = on
          }
        }
        """);
}
