namespace ActorTune.Hocon;

/// <summary>Finds the texts that include statements name.</summary>
public interface IHoconIncludeResolver
{
    /// <summary>Finds the sources that stand for an include statement.</summary>
    /// <param name="include">What is asked for, and by which source.</param>
    /// <returns>
    /// The sources to merge, in this order; empty where nothing has that name, which is an error
    /// only for <c>include required(...)</c>.
    /// </returns>
    /// <exception cref="IOException">
    /// There is something of that name and it cannot be read.
    /// </exception>
    IReadOnlyList<HoconSource> Resolve(HoconInclude include);
}
