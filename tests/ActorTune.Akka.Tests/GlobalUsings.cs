global using ActorTune.Actors;
global using AkkaSystem = Akka.Actor.ActorSystem;
global using IActorRef = ActorTune.Actors.IActorRef;
