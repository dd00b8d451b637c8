// A real Wechaty gateway around a scripted puppet; tests drive it over HTTP and JSON.
//
// node gateway.mjs '{"folder", "grpc", "http", "token", "tls", "cert", "key"}': `folder` holds the
// node_modules to use (a current gateway or an old one), `grpc` and `http` are loopback ports. One
// POST is one command `{"do": name, …}`; its answer is JSON. A GET is a file behind an address. It says "ready" when both ports listen.
import http from 'node:http'
import path from 'node:path'
import { createRequire } from 'node:module'

const options = JSON.parse(process.argv[2])
const require = createRequire(path.join(options.folder, 'package.json'))
const { Puppet } = require('wechaty-puppet')
const { PuppetServer } = require('wechaty-puppet-service')
// Old puppets carry the file box themselves, new ones have it in a package of its own.
const FileBox = require('wechaty-puppet').FileBox ?? require('file-box').FileBox

const pause = ms => new Promise(resolve => setTimeout(resolve, ms))

class ScriptedPuppet extends Puppet {
  state_ = { self: '', contacts: {}, rooms: {}, messages: {}, files: {} }
  sent = []
  faults = []
  calls = {}
  givesIds = true

  version () { return '0.0.1' }
  get isLoggedIn () { return this.state_.self !== '' }
  get currentUserId () { return this.state_.self }
  logonoff () { return this.isLoggedIn }
  selfId () { return this.state_.self }

  // A watchdog of the base class would log a quiet puppet out after a minute.
  async start () { await this.call('start', '') }
  async stop () { await this.call('stop', '') }

  /** Count a call and fail, delay or never answer it where the test wants that; a mute ding is
   * answered, but no event follows. */
  async call (method, id) {
    this.calls[method] = (this.calls[method] ?? 0) + 1
    const at = this.faults.findIndex(each =>
      each.method === method && (each.id === undefined || each.id === id))
    if (at < 0) return
    const fault = this.faults[at]
    if (--fault.times <= 0) this.faults.splice(at, 1)
    if (fault.mode === 'mute') return 'mute'
    if (fault.mode === 'fail') throw new Error(`scripted failure of ${method}`)
    await (fault.mode === 'never' ? new Promise(() => {}) : pause(fault.ms))
  }

  find (kind, id) {
    const found = this.state_[kind][id]
    if (found === undefined) throw new Error(`no ${kind} ${id}`)
    return found
  }

  async ding (data) {
    if (await this.call('ding', '') === 'mute') return
    setTimeout(() => this.emit('dong', { data }), 0)
  }

  async contactList () { await this.call('contactList', ''); return Object.keys(this.state_.contacts) }
  async roomList () { await this.call('roomList', ''); return Object.keys(this.state_.rooms) }

  async contactPayload (id) {
    await this.call('contactPayload', id)
    const contact = this.find('contacts', id)
    return { id, name: contact.name, alias: contact.alias ?? '', avatar: '', gender: 0, type: 1, friend: true, phone: [] }
  }

  async roomPayload (id) {
    await this.call('roomPayload', id)
    const room = this.find('rooms', id)
    return { id, topic: room.topic, memberIdList: Object.keys(room.members), adminIdList: [], avatar: '', ownerId: '' }
  }

  async roomMemberList (id) { await this.call('roomMemberList', id); return Object.keys(this.find('rooms', id).members) }

  async roomMemberPayload (room, id) {
    await this.call('roomMemberPayload', id)
    const members = this.find('rooms', room).members
    if (!(id in members)) throw new Error(`no member ${id}`)
    return { id, name: this.find('contacts', id).name, roomAlias: members[id] ?? '', avatar: '', inviterId: '' }
  }

  async messagePayload (id) {
    await this.call('messagePayload', id)
    return this.find('messages', id)
  }

  async messageFile (id) {
    await this.call('messageFile', id)
    const { name, base64, url } = this.find('files', id)
    if (!url) return FileBox.fromBase64(base64, name)
    return FileBox.fromUrl(`http://127.0.0.1:${options.http}/file`, name)
  }

  receipt () { return this.givesIds ? `sent-${this.sent.length}` : undefined }

  async messageSendText (to, text, mentions) {
    await this.call('messageSendText', to)
    this.reach(to)
    this.sent.push({ to, text, mentions: mentions ?? [] })
    return this.receipt()
  }

  async messageSendFile (to, box) {
    await this.call('messageSendFile', to)
    this.reach(to)
    const data = await box.toBuffer()
    this.sent.push({ to, file: box.name, base64: data.toString('base64') })
    return this.receipt()
  }

  reach (to) {
    if (!(to in this.state_.rooms) && !(to in this.state_.contacts)) throw new Error(`unknown conversation ${to}`)
  }
}

const puppet = new ScriptedPuppet()
let server
let stream
const sockets = new Set()

function tls () {
  if (!options.tls) return { disable: true }
  return options.cert ? { serverCert: options.cert, serverKey: options.key } : {}
}

async function listen () {
  server = new PuppetServer({ endpoint: `127.0.0.1:${options.grpc}`, puppet, token: options.token, tls: tls() })
  await server.start()
  const events = server.grpcServer.handlers.get('/wechaty.Puppet/Event')
  const original = events.func
  events.func = call => { stream = call; return original(call) }
}

// Both gRPC servers open their sockets through node's own server: one place to cut them all.
const net = require('node:net')
const emit = net.Server.prototype.emit
net.Server.prototype.emit = function (name, ...rest) {
  if (name === 'connection' && this !== control) {
    sockets.add(rest[0])
    rest[0].once('close', () => sockets.delete(rest[0]))
  }
  return emit.call(this, name, ...rest)
}

const commands = {
  world: ({ me, contacts, rooms }) => {
    Object.assign(puppet.state_.contacts, contacts)
    Object.assign(puppet.state_.rooms, rooms)
    // Who connected before the world was there has to hear of the login too.
    if (me !== undefined && me !== puppet.state_.self) commands.login({ id: me })
  },
  login: ({ id }) => { puppet.state_.self = id; puppet.emit('login', { contactId: id }) },
  logout: () => {
    const id = puppet.state_.self
    puppet.state_.self = ''
    puppet.emit('logout', { contactId: id, data: 'scripted' })
  },
  scan: () => { puppet.emit('scan', { status: 2, qrcode: 'https://example.invalid/qr' }) },
  // Messages that are only there to be read have `quiet`; `again` delivers one more than once.
  message: ({ payload, file, quiet, again }) => {
    puppet.state_.messages[payload.id] = payload
    if (file) puppet.state_.files[payload.id] = file
    for (let n = 0; !quiet && n <= (again ?? 0); n++) puppet.emit('message', { messageId: payload.id })
  },
  messages: ({ payloads }) => { for (const payload of payloads) commands.message({ payload }) },
  event: ({ name, payload }) => { puppet.emit(name, payload) },
  rename: ({ id, name, room, alias }) => {
    if (name !== undefined) puppet.state_.contacts[id].name = name
    if (room !== undefined) puppet.state_.rooms[room].members[id] = alias ?? ''
    puppet.emit('dirty', { payloadType: 2, payloadId: id })
  },
  forget: ({ room }) => { delete puppet.state_.rooms[room] },
  fault: fault => { puppet.faults.push({ times: 1, ms: 500, ...fault }) },
  heal: () => { puppet.faults.length = 0 },
  ids: ({ given }) => { puppet.givesIds = given },
  sent: () => puppet.sent,
  calls: () => puppet.calls,
  end: () => { stream?.end() },
  cut: () => { for (const socket of sockets) socket.destroy() },
  restart: async ({ down }) => { await server.stop(); await pause(down ?? 0); await listen() },
}

const control = http.createServer((request, response) => {
  if (request.method !== 'POST') return response.end('behind an address')
  const parts = []
  request.on('data', part => parts.push(part))
  request.on('end', async () => {
    try {
      const command = JSON.parse(Buffer.concat(parts).toString())
      const answer = await commands[command.do](command)
      response.end(JSON.stringify(answer ?? null))
    } catch (problem) {
      response.statusCode = 500
      response.end(String(problem?.stack ?? problem))
    }
  })
})

process.on('unhandledRejection', problem => console.error('unhandled', problem))
process.on('uncaughtException', problem => console.error('uncaught', problem))
await listen()
control.listen(options.http, '127.0.0.1', () => console.log('ready'))
