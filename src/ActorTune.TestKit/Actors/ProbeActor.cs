using ActorTune.Actors;

namespace ActorTune.TestKit.Actors;

/// <summary>The actor behind a probe: hands on what arrives, and acts for the test.</summary>
internal sealed class ProbeActor(Action<object> take) : Actor<ProbeMail>
{
    protected override void Receive(ProbeMail message)
    {
        switch (message)
        {
            case ProbeMail.Data data:
                take(data.Message);
                break;
            case ProbeMail.Control control:
                take(control.Message);
                break;
            case ProbeMail.Ended ended:
                take(ended);
                break;
            case ProbeMail.Watch watch:
                Context.Watch(watch.Actor, new ProbeMail.Ended(watch.Actor));
                break;
            case ProbeMail.Act act:
                act.Action();
                break;
        }
    }
}
