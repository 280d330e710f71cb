using System.Globalization;

namespace ActorTune.Akka;

/// <summary>
/// The names of shells in the tree of Akka.NET: the actor's own, then the number of its host (for
/// roots) and an ordinal, as in <c>/user/study~1~7/suggestion~8</c>. The ordinal lets a name be
/// used again at once; a <c>~</c> is in no name of ours.
/// </summary>
internal static class ShellName
{
    private const char Mark = '~';
    private static long _last;

    public static string OfRoot(string name, int host) => string.Create(
        CultureInfo.InvariantCulture, $"{name}{Mark}{host}{Mark}{Next()}");

    public static string OfChild(string name) => string.Create(
        CultureInfo.InvariantCulture, $"{name}{Mark}{Next()}");

    /// <summary>The path without the numbers, if it is that of an actor of the host.</summary>
    public static bool TryRead(AkkaPath akka, int host, out ActorPath path)
    {
        path = Read(akka);
        return akka.Elements is ["user", var root, ..] && root.Split(Mark) is [_, var owner, _]
            && owner == host.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The path of any actor of Akka.NET, as near as ours can express it.</summary>
    public static ActorPath Read(AkkaPath akka)
    {
        ActorPath path = ActorPath.Root;
        foreach (string element in akka.Elements.Skip(1))
        {
            string name = element.Split(Mark)[0];
            path = path.Child(name.Length > 0 && name.All(IsOurs) ? name : "akka");
        }

        return path;
    }

    private static bool IsOurs(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':';

    private static long Next() => Interlocked.Increment(ref _last);
}
