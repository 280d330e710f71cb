// Akka.NET and our kernel share some names. Ours keep them; Akka's get a prefix.
global using ActorTune.Actors;
global using Microsoft.Extensions.Logging;
global using ActorCell = ActorTune.Actors.ActorCell;
global using ActorPath = ActorTune.Actors.ActorPath;
global using AkkaPath = Akka.Actor.ActorPath;
global using AkkaRef = Akka.Actor.IActorRef;
global using AkkaSystem = Akka.Actor.ActorSystem;
global using AskTimeoutException = ActorTune.Actors.AskTimeoutException;
global using DeadLetter = ActorTune.Actors.DeadLetter;
global using IActorRef = ActorTune.Actors.IActorRef;
